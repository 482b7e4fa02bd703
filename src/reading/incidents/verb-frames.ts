/** Which entry a verb has in its clause: by itself, with its particle, or with the object or complement that a frame asks for. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { EVENT_NOUNS, EVENT_VERBS, type EventWord } from '../lexicon/events.js';
import { type Filler, FRAMES, type Frame } from '../lexicon/frames.js';
import { nounAt, quantified, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { isCompatriot, partyOf } from './parties.js';
import { weaponsIn } from './weapons.js';

export interface VerbEntry {
  word: EventWord;
  /** The object is the weapon, not what is hit. */
  throwsObject: boolean;
  /** A device that was found or made safe. */
  stopped: boolean;
  /** The subject ran into the device. */
  met?: boolean;
}

/** The entry of a clause's verb, or null where it tells of no act of violence. */
export function verbEntry(a: Analysis, clause: Clause): VerbEntry | null {
  const { verb, objects } = clause;
  const { lemma, particle } = verb;
  if (REPELLED.has(particle ? `${lemma} ${particle}` : lemma)) return null;
  const { tokens } = a.doc;
  const object = objects.length ? nounAt(a, objects[0]!) : null;
  const behind = object ? (tokens[object.last]?.lower ?? '') : '';
  const own = (word: EventWord | undefined): VerbEntry | null =>
    word ? { word, throwsObject: false, stopped: false } : null;
  if (lemma === 'blow' && (particle === 'up' || behind === 'up')) return own(EVENT_VERBS.get('blow up'));
  if (lemma === 'open' && object && tokens[object.head]!.lemma === 'fire') return own(EVENT_VERBS.get('open fire'));
  if (lemma === 'shoot' && (tokens[verb.last]?.lower === 'dead' || behind === 'dead'))
    return own(EVENT_VERBS.get('shoot dead'));
  if (lemma === 'find' && verb.passive && FOUND_SLAIN.has(tokens[verb.last]?.lower ?? ''))
    return own(EVENT_VERBS.get(tokens[verb.last]!.lower === 'shot' ? 'shoot dead' : 'murder'));
  if (
    lemma === 'mow' &&
    particle === 'down' &&
    clause.subjects.some((n) => VEHICLE.test(tokens[nounAt(a, n).head]!.lemma))
  )
    return own(EVENT_VERBS.get('ram'));
  if (lemma === 'take' && tokens[verb.first - 1]?.lower === 'hostage') return own(EVENT_NOUNS.get('hostage-taking'));
  if (DRIVING.has(lemma)) {
    const word = driving(a, clause);
    const object0 = clause.objects[0] === undefined ? '' : tokens[nounAt(a, clause.objects[0]).head]!.lemma;
    const rams = lemma === 'ram' && !verb.passive && object0 !== '' && !VEHICLE.test(object0); // "rammed the gate"
    return word ? { word, throwsObject: !rams, stopped: false } : null;
  }
  const framed = FRAMES.get(lemma)?.find((frame) => fits(a, clause, frame));
  if (framed)
    return {
      word: framed.event,
      throwsObject: framed.filler === 'explosives' || framed.filler === 'device' || WEAPON_FILLERS.has(framed.filler),
      stopped: framed.stopped,
      met: framed.met,
    };
  if (lemma === 'fire' && verb.passive && /^(?:at|on|upon)$/.test(tokens[verb.last]?.lower ?? ''))
    return own(EVENT_VERBS.get('shoot')); // "his car was fired on"
  if (TAKING.has(lemma) && verb.passive && isFromHome(a, clause)) return own(EVENT_VERBS.get('kidnap'));
  if (LANDING.has(lemma) && !verb.passive && clause.subjects.some((n) => isProjectile(a, nounAt(a, n))))
    return own(EVENT_VERBS.get('shell'));
  if (particle) {
    const entry = EVENT_VERBS.get(`${lemma} ${particle}`);
    if (entry) return lemma === 'set' || lemma === 'go' ? own(isOfBombs(a, clause) ? entry : undefined) : own(entry);
  }
  return own(EVENT_VERBS.get(lemma));
}

/** "two drivers were taken from their lorry": people, from where they were at home. */
const TAKING = new Set(['take', 'drag', 'pull', 'snatch', 'seize', 'haul']);
const isFromHome = (a: Analysis, { subjects, prepositional }: Clause): boolean =>
  subjects.some((n) => holds(a, n, 'people')) &&
  prepositional.some(
    ({ preposition, noun }) =>
      preposition === 'from' &&
      a.doc.tokens[nounAt(a, noun).first]!.pos === 'PRP$' &&
      /^(?:home|house|car|vehicle|lorry|truck|bus|minibus|taxi|boat|bed|village|farm|office|room|dormitory|convoy)$/.test(
        a.doc.tokens[nounAt(a, noun).head]!.lemma,
      ),
  );

/** "rockets landed on the airport", "mortar rounds fell near the palace". */
const LANDING = new Set(['land', 'fall', 'rain', 'impact', 'slam', 'crash', 'drop', 'plunge', 'thud']);
const isProjectile = (a: Analysis, { first, head }: NounPhrase): boolean => {
  const { lemma } = a.doc.tokens[head]!;
  return (
    /^(?:rocket|missile|shell|mortar|grenade)$/.test(lemma) ||
    (/^(?:round|bomb|projectile)$/.test(lemma) &&
      /^(?:mortar|rocket|artillery)$/.test(a.doc.tokens[Math.max(first, head - 1)]!.lemma))
  );
};

/** "two policemen were found shot": what had been done to them. */
const FOUND_SLAIN = new Set([
  'shot',
  'murdered',
  'beheaded',
  'decapitated',
  'stabbed',
  'strangled',
  'slain',
  'executed',
  'killed',
]);

/** "beat off a raid": the object tells of the act. */
const REPELLED = new Set(['beat off', 'beat back', 'fight off', 'ward off']);

const WEAPON_FILLERS: ReadonlySet<Filler> = new Set<Filler>(['incendiary', 'chemical', 'firearms']);

/** "set off", "went off": of a bomb, or of what is not named. */
function isOfBombs(a: Analysis, { verb, objects, subjects }: Clause): boolean {
  const what = verb.lemma === 'go' || verb.passive ? subjects : objects;
  if (!what.length) return false;
  return what.some((n) => {
    const np = nounAt(a, n);
    return (
      holds(a, n, 'explosives') ||
      /^(?:explosion|blast|device|belt|vest|package|it|they|one|another|other)$/.test(a.doc.tokens[np.head]!.lemma)
    );
  });
}

function fits(a: Analysis, clause: Clause, frame: Frame): boolean {
  const { verb } = clause;
  if (frame.met) return !verb.passive && verb.past && meets(a, clause);
  const role = verb.passive || isTelegraphic(clause, frame.filler) ? clause.subjects : clause.objects;
  if (frame.filler !== 'any' && !role.some((n) => holds(a, n, frame.filler))) return false;
  if (frame.after && !follows(a, clause, frame.after)) return false;
  if (!frame.byAttackers) return true;
  if (verb.passive) return isByAttackers(a, byOf(clause)) || (!byOf(clause).length && attackersCame(a, clause));
  return isByAttackers(a, clause.subjects);
}

/** "their car hit a mine", "the bus drove over a roadside bomb": the explosives are what they came upon. */
function meets(a: Analysis, { verb, objects, prepositional, subjects }: Clause): boolean {
  const goes = /^(?:run|drive|step|tread|walk|ride|travel)$/.test(verb.lemma);
  const onto = goes
    ? prepositional
        .filter(({ preposition }) => /^(?:on|over|onto|upon|into)$/.test(preposition))
        .map(({ noun }) => noun)
    : objects;
  return onto.some((n) => holds(a, n, 'explosives')) && subjects.some((n) => thingOf(a, nounAt(a, n)) !== null);
}

/** "Grenade tossed at the house": without its "was". */
const isTelegraphic = ({ verb, objects }: Clause, filler: Filler): boolean =>
  (filler === 'explosives' || filler === 'incendiary' || filler === 'device') &&
  verb.past &&
  verb.form === 'finite' &&
  !objects.length;

const byOf = (clause: Clause): number[] =>
  clause.prepositional.filter((p) => p.preposition === 'by').map((p) => p.noun);

const isByAttackers = (a: Analysis, nouns: number[]): boolean =>
  nouns.some((n) => {
    const { kind } = partyOf(a, n);
    return kind === 'group' || kind === 'perpetrators';
  });

/** "were seized when gunmen landed": who did it stands in the clause after. */
function attackersCame(a: Analysis, { index, sentence }: Clause): boolean {
  const next = a.clauses[index + 1];
  return next?.sentence === sentence && next.marker === 'when' && isByAttackers(a, next.subjects);
}

/** How far behind the verb a frame's complement may stand, in tokens. */
const COMPLEMENT = 12;

function follows(a: Analysis, clause: Clause, words: ReadonlySet<string>): boolean {
  const end = Math.min(clause.verb.last + COMPLEMENT, a.doc.sentences[clause.sentence]!.last);
  const next = a.clauses[clause.index + 1];
  const until = next?.sentence === clause.sentence ? Math.min(end, Math.max(next.verb.first, clause.verb.last)) : end;
  for (let i = clause.verb.last - (clause.verb.particle ? 1 : 0); i < until; i++)
    if (words.has(a.doc.tokens[i]!.lower)) return true;
  if (!clause.verb.passive || !clause.subjects.length) return false;
  for (let i = nounAt(a, clause.subjects[0]!).last; i < clause.verb.first; i++)
    if (words.has(a.doc.tokens[i]!.lower)) return true; // "a bomb fixed under a car was discovered"
  return false;
}

const CRAFT =
  /^(?:ship|vessel|tanker|plane|aircraft|airliner|jet|airplane|aeroplane|helicopter|bus|carrier|ferry|boat|train|flight|freighter|trawler)$/;
const DEVICE = /^(?:bomb|ied|device|explosive|car-bomb|mine|landmine|grenade|parcel|package|vest)$/;

function holds(a: Analysis, n: number, filler: Filler): boolean {
  const np = nounAt(a, n);
  const head = a.doc.tokens[np.head]!;
  if (filler === 'people') {
    const whole = quantified(a, n);
    if (whole !== n) return holds(a, whole, filler);
    if (thingOf(a, np)?.class === 'person' || a.names.actorAt(np.head)?.actor.kind === 'person') return true;
    return head.pos === 'CD' || isCompatriot(a, np) || /^(?:him|her|them|he|she|they|all|both)$/.test(head.lower);
  }
  if (filler === 'lives') return head.lemma === 'life';
  if (filler === 'craft') return CRAFT.test(head.lemma);
  if (filler === 'site') return isBuilding(a, np);
  if (filler === 'explosives' && /^(?:it|them)$/.test(head.lower)) {
    const before = a.doc.sentences[head.sentence - 1]; // "Sappers defused it"
    return before !== undefined && weaponsIn(a, before.first, before.last).some((w) => w.type === 'explosives');
  }
  if (filler === 'device' && isLaden(a, np)) return true;
  const weapons = weaponsIn(a, np.first, holdsWhat(a, np));
  if ((filler === 'explosives' || filler === 'device') && head.lemma === 'device') return !isGadget(a, np);
  if (filler === 'device') return DEVICE.test(head.lemma) && weapons.some((w) => w.type === 'explosives');
  return weapons.some((w) => w.type === filler && (w.token >= np.head || filler === 'explosives'));
}

/** "a bottle of petrol": to the end of what a vessel holds, else of the phrase. */
function holdsWhat(a: Analysis, { head, last }: NounPhrase): number {
  if (!VESSEL.test(a.doc.tokens[head]!.lemma) || a.doc.tokens[last]?.lower !== 'of') return last;
  return a.phrases.nouns[a.phrases.nounAt[last + 1] ?? -1]?.last ?? last;
}
const VESSEL =
  /^(?:bottle|can|jerrycan|canister|container|jar|bucket|drum|barrel|bag|sack|parcel|kilo|kilogram|charge|quantity)$/;

/** "a car packed with explosives". */
const isLaden = (a: Analysis, { last }: NounPhrase): boolean =>
  /^(?:packed|laden|loaded|rigged|filled|stuffed|primed|wired|fitted)$/.test(a.doc.tokens[last]?.lower ?? '') &&
  weaponsIn(a, last, last + 4).some((w) => w.type === 'explosives');

/** "a storage device". */
const isGadget = (a: Analysis, { first, head }: NounPhrase): boolean =>
  a.doc.tokens
    .slice(first, head)
    .some((t) =>
      /^(?:electronic|mobile|medical|storage|listening|tracking|recording|gps|literary|plot|legal)$/.test(t.lower),
    );

/** A building or post, no town or field. */
const isBuilding = (a: Analysis, np: NounPhrase): boolean =>
  a.names.placeAt(np.head)?.place.precision === 'site' ||
  (thingOf(a, np)?.class === 'site' && !WIDE.test(a.doc.tokens[np.head]!.lemma));
const WIDE =
  /^(?:street|square|village|town|district|neighbourhood|neighborhood|suburb|quarter|settlement|road|highway|camp|port|crossing)$/;

const DRIVING = new Set(['drive', 'ram', 'crash', 'steer', 'plough', 'plow', 'slam', 'smash', 'careen', 'swerve']);
const VEHICLE =
  /^(?:car|truck|van|lorry|vehicle|pickup|minibus|bus|motorcycle|motorbike|tanker|ambulance|jeep|minivan|suv|tractor)$/;
/** How far "into" may stand behind the verb of driving: "drove a car packed with explosives into …". */
const INTO = 25;

/** "drove a van into a crowd": a vehicle and what it is driven at; laden with explosives it is a bomb. */
function driving(a: Analysis, { verb, sentence, subjects, objects }: Clause): EventWord | undefined {
  const { tokens } = a.doc;
  const end = Math.min(a.doc.sentences[sentence]!.last, verb.last + INTO);
  const bomber = subjects.some((n) => /bomber$/.test(tokens[nounAt(a, n).head]!.lemma));
  let vehicle = bomber || subjects.some((n) => VEHICLE.test(tokens[nounAt(a, n).head]!.lemma));
  let into = -1;
  for (let i = verb.last; i < end && into < 0; i++) {
    if (VEHICLE.test(tokens[i]!.lemma)) vehicle = true;
    if (/^(?:into|at|onto|through)$/.test(tokens[i]!.lower)) into = i;
  }
  const rammed = objects[0] === undefined ? null : thingOf(a, nounAt(a, objects[0]));
  if (into < 0 && verb.lemma === 'ram' && rammed) return EVENT_VERBS.get(bomber ? 'bomb' : 'ram'); // "rammed the gate"
  if (into < 0) return undefined;
  if (bomber || weaponsIn(a, verb.last, into).some((w) => w.type === 'explosives')) return EVENT_VERBS.get('bomb');
  if (verb.lemma === 'ram' || ((verb.lemma === 'plough' || verb.lemma === 'plow') && vehicle))
    return EVENT_VERBS.get('ram');
  const hit = a.phrases.nounAt[into + 1] ?? -1;
  if (!vehicle || hit < 0) return undefined;
  const thing = thingOf(a, nounAt(a, hit));
  if (tokens[into]!.lower === 'at') return thing?.class === 'person' ? EVENT_VERBS.get('ram') : undefined;
  const harmless = a.names.placeAt(nounAt(a, hit).head) !== null || HARMLESS.test(tokens[nounAt(a, hit).head]!.lemma);
  return harmless ? undefined : EVENT_VERBS.get('ram');
}

/** "drove a truck into a crowd", not "drove a car into the garage", "drove through the night". */
const HARMLESS =
  /^(?:city|town|country|garage|street|road|area|yard|night|district|territory|village|neighbourhood|neighborhood|forest|desert|traffic|checkpoint|tunnel|exile)$/;
