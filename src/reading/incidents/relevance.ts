/** Is the report about violence of the kind that Tocsin reads of at all? War, sport, accidents and hacking use the same verbs. */
import type { Analysis } from '../analysis.js';
import { DATE_LEAD } from './headings.js';

/** One of these is enough. */
const SURE =
  /^(?:terror.*|jihad.*|extremis.*|militants?|insurgen.*|guerrillas?|gunm[ae]n|bombers?|hostages?|kidnap.*|abduct.*|assassinat.*|hijack.*|islamists?|separatists?|beheaded|radicali[sz].*|naxal.*|maoists?|ieds?|car-bombs?|sarin|attackers?|assailants?|supremacis.*)$/;
/** These tell of violence that may be of another kind: they count where nothing speaks for war, sport or accident. */
const PERHAPS =
  /^(?:attack(?:s|ed|ing)?|bomb(?:s|ed|ing|ings)?|explosions?|blasts?|shootings?|shot|shots|stabb.*|massacre[ds]?|rebels?|suicide|detonat.*|explosives?|grenades?|murder(?:s|ed)?|arson.*)$/;
const OTHERWISE =
  /^(?:ddos|hackers?|hacking|cyber.*|malware|websites?|servers?|goals?|striker|midfield.*|goalkeeper|captain|league|cups?|corner|penalty|coach|semi-finals?|half-time|kick-off|defenders?|referee|football|scored|stadium|warehouse|chemicals|firemen|firefighters|accident(?:al)?|leak|ceasefire|artillery|shelling|shelled|border|truce|howitzers?|drones?|stampede|crush(?:ed)?|earthquake|quake|flood(?:s|ing)?|derail.*|collapse[ds]?|crash(?:ed)?|storm|cyclone|eruption|avalanche|shareholders?|investors?|takeover|bidders?|dividends?|boardroom)$/;

/** Gunmen of the underworld are no terrorists. */
const UNDERWORLD =
  /^(?:dealers?|traffickers?|trafficking|narcotics|cocaine|feuds?|gangland|gangsters?|mobsters?|mafia|turf|cartels?|drug-.*)$/;

/** Words before "bomb" that leave no doubt. */
const PLANTED =
  /^(?:car|truck|van|roadside|suicide|nail|pipe|petrol|parcel|letter|fertilizer|lorry|motorcycle|mine|sticky)$/;
/** Tokens of a short report. */
const SHORT = 80;

const PATTERNS = { sure: SURE, perhaps: PERHAPS, otherwise: OTHERWISE, underworld: UNDERWORLD };
type Sign = keyof typeof PATTERNS | 'none';

const signs = new Map<string, Sign>();
/** The cache is emptied before it grows without bound. */
const MOST_SIGNS = 50_000;

function signOf(lower: string): Sign {
  const known = signs.get(lower);
  if (known) return known;
  if (signs.size > MOST_SIGNS) signs.clear();
  const sign =
    (Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]).find((name) => PATTERNS[name].test(lower)) ?? 'none';
  signs.set(lower, sign);
  return sign;
}

/** Looked at once for each report. */
export function isAboutViolence(a: Analysis): boolean {
  a.violent ??= tellsOfViolence(a);
  return a.violent;
}

function tellsOfViolence(a: Analysis): boolean {
  const { doc, names } = a;
  if (DATE_LEAD.test(doc.text)) return true;
  const seen: Record<Sign, number> = { sure: 0, perhaps: 0, otherwise: 0, underworld: 0, none: 0 };
  for (let i = 0; i < doc.tokens.length; i++) {
    const { lower } = doc.tokens[i]!;
    if (lower.length < 3) continue;
    const planted = (lower === 'bomb' || lower === 'bombs') && PLANTED.test(doc.tokens[i - 1]?.lower ?? '');
    seen[planted ? 'sure' : signOf(lower)]++;
  }
  const { sure, perhaps, otherwise, underworld } = seen;
  const groups = names.actorMentions.filter(({ actor }) => actor.kind === 'group').length;
  if (a.trace)
    a.trace.whole = `incidents/relevance.ts: ${sure} sure signs, ${groups} groups named, ${perhaps} possible, ${otherwise} of war, sport, accident or hacking, ${underworld} of the underworld`;
  if (groups === 0 && underworld >= 2 && underworld >= sure) return false;
  if (groups === 0 && otherwise >= 4 && otherwise > sure) return false;
  // A flash of one sentence says a thing once.
  if (sure + groups === 0) return perhaps > (doc.tokens.length < SHORT ? 0 : 1) && otherwise === 0;
  return otherwise <= (sure + groups) * 3 + perhaps;
}
