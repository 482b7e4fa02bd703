/** Is the report about violence of the kind that Tocsin reads of at all? Sport, accidents and hacking use the same verbs. */
import type { Analysis } from '../analysis.js';

const TERROR =
  /^(?:terror.*|militants?|jihad.*|extremis.*|insurgen.*|guerrillas?|suicide|gunm[ae]n|bomb(?:ing|ings|er|ers|s|ed)?|hostages?|kidnap.*|abduct.*|assassinat.*|hijack.*|massacre[ds]?|islamists?|rebels?|separatists?|explosives?|grenades?|stabb.*|sarin|behead.*|detonat.*|radicali[sz].*|fanatics?|naxal.*|maoists?|ied|ieds|car-bomb)$/;
/** Words of reports that use violent verbs for something else. */
const OTHERWISE =
  /^(?:ddos|hackers?|hacking|cyber.*|malware|website|websites|servers?|goal|goals|striker|midfield.*|penalty|coach|semi-final|kick-off|defenders?)$/;

export function isAboutViolence({ doc, names }: Analysis): boolean {
  let terror = 0;
  let otherwise = 0;
  for (const { lower } of doc.tokens) {
    if (TERROR.test(lower)) terror++;
    else if (OTHERWISE.test(lower)) otherwise++;
  }
  if (otherwise > terror * 1.5 + 1) return false;
  return (
    terror > 0 ||
    names.actorMentions.some(({ actor }) => actor.kind === 'group') ||
    doc.tokens.some(({ lower }) => ATTACK.test(lower))
  );
}

const ATTACK = /^(?:attack(?:s|ed|er|ers)?|assailants?|shooting|shot|shots)$/;
