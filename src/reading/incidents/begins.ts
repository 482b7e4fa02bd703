/** Does a mention tell enough to begin an incident of its own? */
import { type Analysis, within } from '../analysis.js';
import { isDefinite, isPlural, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { EventMention } from './mention.js';
import { isAttackerHit, isCompatriot, type Party, partyOf } from './parties.js';

export const isAttacker = (party: Party): boolean => party.kind === 'group' || party.kind === 'perpetrators';

/** "destroying records": a verb of harm is one only with attackers, a means, or somebody or something in harm's way. */
export function harms(a: Analysis, mention: EventMention, parties: Party[]): boolean {
  if (parties.some((p) => isAttacker(p) || p.kind === 'means') || hasMeans(a, mention)) return true;
  return mention.patients.some(
    (n) =>
      thingOf(a, nounAt(a, n)) !== null ||
      a.names.actorAt(nounAt(a, n).head) !== null ||
      a.names.placeAt(nounAt(a, n).head) !== null ||
      a.doc.tokens[nounAt(a, n).head]!.pos === 'CD',
  );
}

/** Does it say when or where? One that does not rarely tells of another act than the one told before. */
export const isPlaced = ({ dates, places, scene }: EventMention): boolean =>
  dates.length + places.length + scene.length > 0;

/** "The suspects opened fire when officers came": known doers, and nothing that tells of an act of its own. */
export const isAfterwards = (a: Analysis, mention: EventMention): boolean =>
  mention.noun === null &&
  !isPlaced(mention) &&
  mention.patients.every((n) => isPronoun(a, nounAt(a, n))) &&
  mention.agents.length > 0 &&
  mention.agents.every((n) => isDefinite(a, nounAt(a, n)));

/** Does this mention tell enough to begin an incident? */
export function mayBegin(a: Analysis, mention: EventMention, parties: Party[]): boolean {
  if (mention.adds)
    return (
      parties.some(isAttacker) && mention.dates.length > 0 && (mention.places.length > 0 || mention.patients.length > 0)
    );
  if (isEmptyThreat(a, mention) || isKindOfAct(a, mention)) return false;
  if (mention.pattern) return mention.status !== 'occurred' && mention.patients.length > 0;
  if (mention.definite && mention.noun && !tellsMore(a, mention)) return false;
  if (mention.noun && isFigure(a, mention)) return false;
  const byAttacker = parties.some(isAttacker);
  const onAttackers = mention.patients.length > 0 && mention.patients.every((n) => isAttackerHit(a, n));
  if (onAttackers && !parties.some((p) => p.kind === 'group')) return false; // commandos shoot the attackers
  if (isAside(a, mention, parties)) return false;
  if (mention.word.strength === 'weak' && mention.status === 'attempted' && mention.noun)
    return mention.patients.length > 0; // "beat off a raid on their post"
  if (isLaidAtADoor(a, mention) || isKilledAndClaimed(a, mention)) return true;
  if (mention.word.strength === 'weak')
    return byAttacker || hasMeans(a, mention) || (parties.some((p) => p.kind === 'means') && harms(a, mention, []));
  if (
    mention.noun === null &&
    mention.type !== 'bombing' && // "a parked car blew up"
    !isShotDown(a, mention) &&
    parties.length > 0 &&
    parties.every((p) => p.kind === 'other') &&
    mention.agents.every(
      (n) => !isPerson(a, n) && !(isPronoun(a, nounAt(a, n)) && mention.dates.length && mention.places.length),
    )
  )
    return false; // a film bombs, a storm kills
  return !(mention.noun && onWholeCountry(a, mention, parties));
}

const groupsNamed = new WeakMap<Analysis, boolean>();

/** Does the report name an armed group? Looked at once. */
function namesGroup(a: Analysis): boolean {
  let named = groupsNamed.get(a);
  if (named === undefined) {
    named = a.names.actorMentions.some(({ actor }) => actor.kind === 'group');
    groupsNamed.set(a, named);
  }
  return named;
}

/** Verbs by which a group owns up to an act or somebody lays it at its door. */
export const OWNING: ReadonlySet<string> = new Set(
  'claim acknowledge admit own avow accept deny disown confess blame accuse implicate suspect link attribute ascribe order lay'.split(
    ' ',
  ),
);
const CHARGING = new Set(['charge', 'convict', 'indict', 'try', 'sentence', 'jail', 'acquit', 'arrest', 'want']);

/** "X acknowledged the murder of the judge", "charged with the murder of N. in 1993": what a group owns up to, or somebody stands trial for. */
function isLaidAtADoor(a: Analysis, { noun, word, clause, patients, dates, places }: EventMention): boolean {
  if (!noun || word.strength !== 'weak' || word.outcome === 'injured' || !patients.length) return false;
  if (word.outcome === 'killed' && dates.length && places.length && namesGroup(a)) return true; // told whole
  if (!clause) return false;
  const { lemma } = clause.verb;
  const isBehind =
    lemma === 'be' && /^(?:responsible|behind|guilty|accountable)$/.test(a.doc.tokens[clause.verb.last]?.lower ?? '');
  if (CHARGING.has(lemma) || isBehind) return dates.length + places.length > 0;
  return (
    OWNING.has(lemma) &&
    [...clause.subjects, ...clause.objects, ...clause.prepositional.map((p) => p.noun)].some(
      (n) => partyOf(a, n).kind === 'group',
    )
  );
}

/** "Patrick Mallon was shot by a fare": a man with a name, by whoever it was. */
const isShotDown = (a: Analysis, { word, clause, patients }: EventMention): boolean =>
  (word.weapon === 'firearms' || word.weapon === 'melee') &&
  clause?.verb.passive === true &&
  patients.some((n) => a.names.actorAt(nounAt(a, n).head)?.actor.kind === 'person');

/** Words for deaths that nobody laid at a group's door. */
const OTHERWISE =
  /^(?:crash|accident|collision|clash|clashes|fighting|battle|battles|operation|airstrike|airstrikes|strike|strikes|raid|fire|flood|floods|quake|crossfire)$/;

/** "On 25 April the editor X was killed in Dhaka. … Y said its members had done so": a death with its day and place, and a group that is named for it. */
function isKilledAndClaimed(
  a: Analysis,
  { noun, word, clause, sentence, patients, dates, places }: EventMention,
): boolean {
  if (noun || word.outcome !== 'killed' || !clause?.verb.passive || !patients.length || !dates.length || !places.length)
    return false;
  const { first, last } = a.doc.sentences[sentence]!;
  const end = a.doc.sentences[sentence + 1]?.last ?? last;
  if (!within(a.names.actorMentions, first, end).some(({ actor }) => actor.kind === 'group')) return false;
  return !a.doc.tokens.slice(first, last).some(({ lower }) => OTHERWISE.test(lower));
}

/** "due to terrorism and kidnapping": the kind of act, of which none is told. */
const isKindOfAct = (
  a: Analysis,
  { noun, sentence, patients, agents, weapons, dates, places }: EventMention,
): boolean =>
  noun !== null &&
  noun.first === noun.head &&
  sentence > 0 &&
  a.doc.tokens[noun.head]!.pos !== 'NNS' &&
  patients.length +
    agents.length +
    weapons.filter((w) => w.token !== noun.head).length +
    dates.length +
    places.length ===
    0;

/** "has threatened to behead hostages": against nobody in particular, nowhere and at no time. */
const isEmptyThreat = (a: Analysis, mention: EventMention): boolean =>
  mention.status === 'threatened' &&
  !isPlaced(mention) &&
  mention.patients.every((n) => isPlural(a, nounAt(a, n)) && !isDefinite(a, nounAt(a, n)));

/** "After he was shot dead in 1998 his brother took over": told in passing, with neither doer nor place. */
const isAside = (a: Analysis, { noun, clause, places, scene }: EventMention, parties: Party[]): boolean =>
  noun === null &&
  clause !== null &&
  clause.verb.passive &&
  /^(?:after|since|before|until)$/.test(clause.marker ?? '') &&
  parties.length + places.length + scene.length === 0 &&
  clause.subjects.every((n) => !isPlural(a, nounAt(a, n)));

/** "an attack on the United States itself would be harder": a country, and nothing that tells of an act. */
function onWholeCountry(
  a: Analysis,
  { patients, dates, places, weapons, definite }: EventMention,
  parties: Party[],
): boolean {
  if (definite || dates.length || parties.length || weapons.length || !patients.length) return false;
  return (
    places.every((p) => p.place.precision === 'country') &&
    patients.every((n) => a.names.placeAt(nounAt(a, n).head)?.place.precision === 'country')
  );
}

/** A weapon that is used: not the verb's own sense, nor one that is hit itself. */
function hasMeans(a: Analysis, { weapons, token, patients }: EventMention): boolean {
  const hit = patients.map((n) => nounAt(a, n));
  return weapons.some((w) => w.token !== token && !hit.some(({ first, last }) => first <= w.token && w.token < last));
}

const isPerson = (a: Analysis, n: number): boolean => {
  const np = nounAt(a, n);
  return (
    thingOf(a, np)?.class === 'person' ||
    a.names.actorAt(np.head) !== null ||
    isCompatriot(a, np) ||
    /^(?:he|she|they|who|i|we)$/.test(a.doc.tokens[np.head]!.lower) ||
    a.doc.tokens[np.head]!.pos === 'CD' // "four of them"
  );
};

/** "an explosion of colour". */
export const isFigure = (a: Analysis, { noun, word, patients, dates, places, agents }: EventMention): boolean =>
  word.outcome === null &&
  word.weapon !== 'melee' &&
  a.doc.tokens[noun!.last]?.lower === 'of' &&
  dates.length + places.length + agents.length === 0 &&
  patients.every((n) => thingOf(a, nounAt(a, n)) === null);

/** A noun that is referred back to begins an incident only where it says which: "the bombing of a bus in Tel Aviv". */
export function tellsMore(a: Analysis, { noun, patients, places, dates, agents }: EventMention): boolean {
  if (patients.length || places.length || dates.length || agents.length) return true;
  return a.doc.tokens.slice(noun!.first, noun!.head).some((t) => t.pos === 'NNP' || t.pos === 'NN');
}
