/** Is the report about violence of the kind that Tocsin reads of at all? War, sport, accidents and hacking use the same verbs. */
import type { Analysis } from '../analysis.js';
import { type Doc, nextMarked } from '../doc.js';
import { mark, perForm } from '../forms.js';
import { DATE_LEAD } from './headings.js';

/** One of these is enough. */
const SURE =
  /^(?:terror.*|jihad.*|extremis.*|militants?|insurgen.*|guerrillas?|gunm[ae]n|bombers?|hostages?|kidnap.*|abduct.*|assassinat.*|hijack.*|islamists?|separatists?|beheaded|radicali[sz].*|naxal.*|maoists?|ieds?|vbieds?|car-bombs?|sarin|attackers?|assailants?|supremacis.*|mujahid.*|mujahed.*|knifem[ae]n|neo-nazis?)$/;
/** These tell of violence that may be of another kind: they count where nothing speaks for war, sport or accident. */
const PERHAPS =
  /^(?:attack(?:s|ed|ing)?|bomb(?:s|ed|ing|ings)?|explosions?|blasts?|shootings?|shot|shots|gunfire|stabb.*|knife|machetes?|massacre[ds]?|rebels?|fighters|suicide|detonat.*|explosives?|grenades?|mortars?|rockets?|landmines?|murder(?:s|ed)?|arson.*|ambush.*|raid(?:s|ed|ing|ers)?|overr[au]n|anarchists?|storm(?:ed|ing)|torched)$/;
const OTHERWISE = new RegExp(
  `^(?:${[
    'ddos|hackers?|hacking|cyber.*|malware|websites?|servers?', // computers
    'goals?|striker|midfield.*|(?:goal)?keeper|captain|league|cups?|corner|penalty|coach|semi-finals?|half-time|kick-off|defenders?|referee|football|scored|stadium', // sport
    'warehouse|chemicals|firemen|firefighters|accident(?:al)?|leak(?:s|ed|ing|age)?|gas|fireworks|boiler|refinery|stampede|crush(?:ed)?|derail.*|collapse[ds]?|crash(?:ed)?', // accidents
    'earthquake|quake|flood(?:s|ing)?|storm|cyclone|hurricane|eruption|avalanche|wol(?:f|ves)|sharks?|bears?|elephants?|sheep', // nature
    'ceasefire|artillery|shelling|shelled|border|truce|howitzers?|drones?|jets|warplanes|airstrikes?|wartime', // war
    'shareholders?|investors?|takeover|bidders?|dividends?|boardroom', // business
    'films?|documentary|thriller|novel|screenplay|sequel|actors?|cinematography', // invention
    'drills?|simulat(?:ed|ion|ing)|mock|rehears.*|role-players?', // exercises
  ].join('|')})$`,
);

/** Gunmen of the underworld are no terrorists. */
const UNDERWORLD =
  /^(?:dealers?|traffickers?|trafficking|narcotics|cocaine|feuds?|gangland|gangsters?|mobsters?|mafia|turf|cartels?|drugs?|drug-.*|robbers?|robbery|robberies|heist|burglars?|burglary|carjack.*|ex-wife|ex-husband|estranged|girlfriend|boyfriend)$/;

/** Words before "bomb" that leave no doubt. */
const PLANTED =
  /^(?:car|truck|van|roadside|suicide|nail|pipe|petrol|parcel|letter|fertilizer|lorry|motorcycle|mine|sticky|pressure-cooker)$/;
/** Words before "men", "persons" that make attackers of them. */
const ARMED = /^(?:armed|masked|hooded)$/;
/** Tokens of a short report. */
const SHORT = 80;

const PATTERNS = { sure: SURE, perhaps: PERHAPS, otherwise: OTHERWISE, underworld: UNDERWORLD };
type Sign = keyof typeof PATTERNS | 'none';

const signOf = perForm(
  ({ lower }): Sign =>
    lower.length < 3
      ? 'none'
      : ((Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]).find((name) => PATTERNS[name].test(lower)) ?? 'none'),
);

/** Signs, and what begins or ends a pair of words that is one. */
const SIGN = mark((form) => signOf(form) !== 'none' || /^(?:bombs?|men|persons|plot.*|fire)$/.test(form.lower));

/** Looked at once for each report. */
export function isAboutViolence(a: Analysis): boolean {
  a.violent ??= tellsOfViolence(a);
  return a.violent;
}

function tellsOfViolence(a: Analysis): boolean {
  const { doc, names } = a;
  if (DATE_LEAD.test(doc.text)) return true;
  const seen: Record<Sign, number> = { sure: 0, perhaps: 0, otherwise: 0, underworld: 0, none: 0 };
  for (let i = nextMarked(doc, SIGN, 0); i < doc.tokens.length; i = nextMarked(doc, SIGN, i + 1)) {
    seen[
      isPair(doc, i)
        ? 'sure'
        : isDud(doc, i)
          ? 'otherwise'
          : isShooting(doc, i)
            ? 'perhaps'
            : signOf(doc.tokens[i]!.form)
    ]++;
  }
  const { sure, perhaps, otherwise, underworld } = seen;
  const groups = names.actorMentions.filter(({ actor }) => actor.kind === 'group').length;
  if (a.trace)
    a.trace.whole = `incidents/relevance.ts: ${sure} sure signs, ${groups} groups named, ${perhaps} possible, ${otherwise} of war, sport, accident or hacking, ${underworld} of the underworld`;
  if (groups === 0 && underworld >= 2 && underworld >= sure) return false;
  if (groups === 0 && otherwise >= 4 && otherwise > sure) return false;
  // A flash of one sentence says a thing once.
  if (sure + groups === 0)
    return perhaps > (doc.tokens.length < SHORT ? 0 : 1) && otherwise * 2 <= perhaps && underworld === 0;
  return otherwise <= (sure + groups) * 3 + perhaps;
}

/** "a Second World War bomb", "unexploded bombs". */
const isDud = ({ tokens }: Doc, i: number): boolean =>
  (tokens[i]!.lower === 'bomb' || tokens[i]!.lower === 'bombs') &&
  /^(?:war|wartime|unexploded|aerial|ii|two)$/.test(tokens[i - 1]?.lower ?? '');

/** "opened fire", "set on fire". */
const isShooting = ({ tokens }: Doc, i: number): boolean =>
  tokens[i]!.lower === 'fire' && (/^open/.test(tokens[i - 1]?.lower ?? '') || tokens[i - 2]?.lower === 'set');

/** Two words that are sure only together: "car bomb", "armed men", "plot to blow up". */
function isPair({ tokens }: Doc, i: number): boolean {
  const { lower } = tokens[i]!;
  const before = tokens[i - 1]?.lower ?? '';
  if (lower === 'bomb' || lower === 'bombs') return PLANTED.test(before);
  if (lower === 'men' || lower === 'persons') return ARMED.test(before);
  if (lower === 'attack' || lower === 'attacks')
    return [i - 1, i - 2, i - 3].some((k) =>
      /^(?:plan(?:ned|ning)|plott(?:ed|ing)|preparing)$/.test(tokens[k]?.lower ?? ''),
    );
  return (
    lower.startsWith('plot') &&
    tokens[i + 1]?.lower === 'to' &&
    /^(?:bomb|blow|kill|attack|murder|assassinate|kidnap|storm|poison)/.test(tokens[i + 2]?.lower ?? '')
  );
}
