/** Who stands behind the noun phrases around an act: perpetrator groups, people, the state, or the act's own means. */
import { fold, loadCatalogue } from '../../catalogue/catalogue.js';
import { type Analysis, within } from '../analysis.js';
import { EVENT_NOUNS } from '../lexicon/events.js';
import { MOVEMENTS, THINGS } from '../lexicon/things.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isPerpetrator, isPlural, isPronoun, nounAt, quantified } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { TargetType } from '../vocabulary.js';
import { meantBy } from '../who.js';
import { weaponsIn } from './weapons.js';

/** Are these attackers by their words alone, as those who are hit? */
export function isAttackerHit(a: Analysis, n: number): boolean {
  const np = nounAt(a, n);
  const actor = a.names.actorAt(np.head)?.actor;
  if (isPerpetrator(a, np) || actor?.kind === 'group' || actor?.of?.kind === 'group') return true;
  // "the network's financier", "a JNIM commander"
  return (
    actor?.kind !== 'population' &&
    (ownerGroup(a, np) ?? groupWithin(a, np.first, np.head)) !== null &&
    !isDoneTo(a, np)
  );
}

/** "a JNIM hostage", "the group's victims": whom the group did harm to. */
const isDoneTo = (a: Analysis, np: NounPhrase): boolean =>
  /^(?:hostage|captive|victim|prisoner|target|opponent|rival|critic|enemy)$/.test(headLemma(a, np));

export type Party =
  | { kind: 'group'; actor: ActorEntity }
  | { kind: 'perpetrators'; noun: number; group: ActorEntity | null }
  | { kind: 'state' }
  | { kind: 'means' }
  | { kind: 'other' };

/** What a noun phrase is as the one who does an act of violence. */
export function partyOf(a: Analysis, n: number): Party {
  const np = nounAt(a, n);
  const lemma = headLemma(a, np);
  const some = oneOfThem(a, n);
  if (some) return some;
  const named = a.names.actorAt(np.head)?.actor ?? null;
  if (named?.kind === 'group') return { kind: 'group', actor: named };
  const apart = OFFSHOOTS.has(lemma) ? apposedBehind(a, np) : null;
  if (apart) return { kind: 'group', actor: apart };
  const inside =
    groupWithin(a, np.first, np.last) ??
    ownerGroup(a, np) ??
    groupBracketed(a, np) ??
    (PART_OF_GROUP.test(lemma) && a.doc.tokens[np.last]?.lower === 'of' ? groupAfter(a, np.last) : null);
  if (inside && PART_OF_GROUP.test(lemma))
    return {
      kind: 'group',
      actor: apposed(a, np) ?? (AFFILIATES.has(lemma) && !isOwnNamed(a, np) ? otherBefore(a, np, inside) : inside),
    };
  if (lemma === 'commando' && ofState(a, np)) return { kind: 'state' };
  if (
    isPerpetrator(a, np) ||
    (DEFECTORS.has(lemma) && groupAfter(a, np.last)) ||
    (inside &&
      /^(?:comrade|man|woman|member|youth|boy|girl|agent|soldier|people|person|supporter|follower|disciple|volunteer|trooper|element|personnel|loyalist|squad|team|commander|detachment|column|contingent|remnant|recruit|sympathi[sz]er|sniper)$/.test(
        lemma,
      ))
  ) {
    const group = inside ?? groupAfter(a, np.last) ?? referredGroup(a, np);
    return { kind: 'perpetrators', noun: n, group };
  }
  // "the Sinai Province of the Islamic State", "the Historic Channel of X": a name of a part that no list knows
  if ((!named || named.kind === 'organisation') && a.doc.tokens[np.head]!.capital && !isPronoun(a, np)) {
    const whole = a.doc.tokens[np.last]?.lower === 'of' ? groupAfter(a, np.last) : null;
    if (whole) return { kind: 'group', actor: whole };
  }
  if (STATE.test(lemma) && isRenegade(a, np)) return { kind: 'perpetrators', noun: n, group: null };
  if (STATE.test(lemma) && ofState(a, np)) return { kind: 'state' }; // "a U.S. drone"
  if (EVENT_NOUNS.has(lemma) || weaponsIn(a, np.first, np.last).some((w) => w.token === np.head || ROUNDS.test(lemma)))
    return meansOf(a, np, inside);
  if (lemma === 'device' && np.head - np.first < 3) return { kind: 'means' };
  if (named && (named.kind === 'government' || named.kind === 'agency')) return { kind: 'state' };
  if (STATE.test(lemma) && !inside) return { kind: 'state' };
  if (named?.kind === 'person' && inOffice(named)) return { kind: 'other' };
  if (named?.kind === 'person')
    return { kind: 'perpetrators', noun: n, group: named.of?.kind === 'group' ? named.of : null };
  const referred = isPronoun(a, np) || REFERS.test(lemma) ? meantBy(a, np.first, np.last) : null;
  if (referred?.kind === 'group') return { kind: 'group', actor: referred };
  if (referred?.kind === 'government' || referred?.kind === 'agency') return { kind: 'state' };
  if (referred?.kind === 'person')
    return { kind: 'perpetrators', noun: n, group: referred.of?.kind === 'group' ? referred.of : null };
  const meant = referred === null && (isPronoun(a, np) || isOrdinal(a, np)) ? doersBefore(a, np) : -1;
  if (meant >= 0) return partyOf(a, meant);
  if (MOVEMENTS.has(lemma)) return { kind: 'perpetrators', noun: n, group: null };
  if (BANDS.test(lemma) && referred === null && !isPronoun(a, np))
    return { kind: 'perpetrators', noun: n, group: lemma === 'cell' ? groupAfter(a, np.last) : null };
  const thing = THINGS.get(lemma);
  if (isCompatriot(a, np)) return { kind: 'perpetrators', noun: n, group: groupAfter(a, np.last) };
  if (thing?.class === 'person' && /^(?:man|woman|boy|girl|youth|teenager|person|member|driver)$/.test(lemma))
    return { kind: 'perpetrators', noun: n, group: groupAfter(a, np.last) };
  if (thing?.class === 'person' && !ARMS_OF_STATE.has(thing.type) && isSomebody(a, np))
    return { kind: 'perpetrators', noun: n, group: groupAfter(a, np.last) };
  if (named === null && isFullName(a, np)) return { kind: 'perpetrators', noun: n, group: null };
  if (thing?.class === 'vehicle' && thing.type === 'transportation') return { kind: 'means' }; // "a truck mowed down crowds"
  const whole = quantified(a, n); // "a large body of jihadists"
  if (whole !== n) return partyOf(a, whole);
  return { kind: 'other' };
}

/** Clauses back in which those whom "they" or "he" means may stand. */
const MEANT_BACK = 4;

/** "Nine men rode up to the school. They fired at the pupils": the attackers or strangers who were the last to do something; or -1. */
function doersBefore(a: Analysis, np: NounPhrase): number {
  const { lower, sentence } = a.doc.tokens[np.head]!;
  const ordinal = isOrdinal(a, np);
  if (!ordinal && !/^(?:they|he|she)$/.test(lower)) return -1;
  const from = a.clauseAt[np.head] ?? -1;
  for (let i = from - 1; i >= Math.max(0, from - MEANT_BACK); i--) {
    const { subjects, sentence: s } = a.clauses[i]!;
    const [n] = subjects;
    if (s < sentence - 2) return -1;
    if (n === undefined || nounAt(a, n).first >= np.first || isPronoun(a, nounAt(a, n))) continue;
    const doer = nounAt(a, n);
    if (ordinal) {
      const party = partyOf(a, n);
      return party.kind === 'perpetrators' ? party.noun : -1;
    }
    if (isPlural(a, doer) !== (lower === 'they')) continue;
    return isPerpetrator(a, doer) || STRANGERS.test(headLemma(a, doer)) ? n : -1;
  }
  return -1;
}
/** "the fourth", "the other". */
export const isOrdinal = (a: Analysis, { first, head }: NounPhrase): boolean =>
  head === first + 1 &&
  a.doc.tokens[first]!.lower === 'the' &&
  /^(?:first|second|third|fourth|fifth|sixth|other|last)$/.test(a.doc.tokens[head]!.lower);
const STRANGERS = /^(?:man|woman|boy|girl|youth|teenager|person)$/;

/** "a Syrian", "two Saudis": people named by their country. */
export const isCompatriot = (a: Analysis, np: NounPhrase): boolean =>
  a.doc.tokens[np.head]!.capital && loadCatalogue().demonym(fold(a.doc.tokens[np.head]!.lemma)) !== null;

/** A minister or a judge is no perpetrator, whatever verb his name was read with. */
const inOffice = ({ of, roles }: ActorEntity): boolean =>
  of?.kind === 'government' || of?.kind === 'agency' || roles.some((role) => STATE_ROLES.test(role));
const STATE_ROLES =
  /^(?:minister|president|premier|prime|judge|governor|mayor|prosecutor|ambassador|spokesman|spokeswoman|chancellor|senator|attorney)$/;

/** "a student", "two brothers": people told of for the first time. */
const isSomebody = (a: Analysis, np: NounPhrase): boolean =>
  !HARMED.test(headLemma(a, np)) &&
  (/^(?:an?|one)$/.test(a.doc.tokens[np.first]!.lower) || a.doc.tokens[np.first]!.pos === 'CD');
const HARMED =
  /^(?:hostage|captive|victim|prisoner|survivor|witness|refugee|bystander|worshipper|passenger|tourist|patient|inmate|mourner|detainee|civilian)$/;
const ARMS_OF_STATE: ReadonlySet<TargetType> = new Set<TargetType>([
  'police',
  'military',
  'government',
  'diplomatic',
  'transportation',
]);

/** "Adil Ahmad Dar": two names or more that are known for nothing else; storms and operations have such names too. */
const isFullName = (a: Analysis, { first, head, last }: NounPhrase): boolean =>
  head === last - 1 &&
  head > first &&
  a.doc.tokens.slice(first, last).every((t) => t.pos === 'NNP' && t.text !== t.text.toUpperCase()) &&
  a.names.placeAt(head) === null &&
  !/^(?:storm|hurricane|cyclone|typhoon|operation|flight|tropical|mount|lake|air|union|united|national|real|manchester|bayern|black)$/.test(
    a.doc.tokens[first]!.lower,
  );

/** "the rebels", "those militants": the group spoken of. */
function referredGroup(a: Analysis, np: NounPhrase): ActorEntity | null {
  if (!FIGHTERS.has(headLemma(a, np)) || !/^(?:the|these|those)$/.test(a.doc.tokens[np.first]!.lower)) return null;
  const referred = a.names.referent(np.first, np.last);
  return referred?.kind === 'group' ? referred : null;
}
const FIGHTERS = new Set(
  'rebel militant insurgent fighter guerrilla jihadist jihadi islamist extremist terrorist separatist maoist naxalite militiaman'.split(
    ' ',
  ),
);

/** "one of its men", "three of the attackers": those of whom the number is a part. */
function oneOfThem(a: Analysis, n: number): Party | null {
  const np = nounAt(a, n);
  const { tokens } = a.doc;
  if (
    tokens[np.head]!.pos !== 'CD' &&
    !/^(?:some|both|several|many|most|all|dozens|scores|hundreds|thousands)$/.test(tokens[np.head]!.lower)
  )
    return null;
  const whole = tokens[np.last]?.lower === 'of' ? (a.phrases.nounAt[np.last + 1] ?? -1) : -1;
  if (whole <= n) return null;
  const party = partyOf(a, whole);
  if (party.kind !== 'other') return party.kind === 'perpetrators' ? { ...party, noun: whole } : party;
  const of = nounAt(a, whole);
  const owner = tokens[of.first]!.pos === 'PRP$' ? meantBy(a, of.first, of.first + 1) : null;
  return owner?.kind === 'group' ? { kind: 'perpetrators', noun: whole, group: owner } : null;
}

const ofState = (a: Analysis, np: NounPhrase): boolean => {
  for (let i = np.first; i < np.head; i++) {
    if (loadCatalogue().demonym(fold(a.doc.tokens[i]!.text)) !== null) return true;
    const kind = a.names.actorAt(i)?.actor.kind;
    if (kind === 'government' || kind === 'agency' || a.names.placeAt(i)?.place.precision === 'country') return true;
  }
  return false;
};

/** "an off-duty policeman", "a former soldier": no longer the state's arm. */
function isRenegade(a: Analysis, np: NounPhrase): boolean {
  for (let i = np.first; i < np.head; i++)
    if (
      /^(?:off-duty|former|ex|retired|rogue|renegade|dismissed|mutinous|defecting|bogus|fake)$/.test(
        a.doc.tokens[i]!.lower,
      )
    )
      return true;
  return false;
}

/** The group of "its gunmen", "the group's intelligence wing". */
function ownerGroup(a: Analysis, np: NounPhrase): ActorEntity | null {
  if (np.owner >= 0) {
    const owner = nounAt(a, np.owner);
    const named = groupWithin(a, owner.first, owner.last) ?? a.names.referent(owner.first, owner.last);
    return named?.kind === 'group' ? named : null;
  }
  if (a.doc.tokens[np.first]!.pos !== 'PRP$') return null;
  if (a.doc.tokens[np.first]!.lower === 'our') return speakersGroup(a, np);
  const referred = meantBy(a, np.first, np.first + 1);
  if (referred?.kind === 'person' && referred.of?.kind === 'group') return referred.of; // "his men"
  return referred?.kind === 'group' ? referred : null;
}

/** "Revolutionary Armed Forces of Colombia (FARC) fighters": the group right before, with its short name in brackets. */
function groupBracketed(a: Analysis, np: NounPhrase): ActorEntity | null {
  const { tokens } = a.doc;
  if (tokens[np.first - 1]?.text !== ')' || tokens[np.first - 3]?.text !== '(') return null;
  const actor = a.names.actorAt(np.first - 2)?.actor ?? a.names.actorAt(np.first - 4)?.actor;
  return actor?.kind === 'group' ? actor : null;
}

/** "Our forces struck the ship", said X of the group: the group. */
function speakersGroup(a: Analysis, np: NounPhrase): ActorEntity | null {
  const speaker = a.speakers[a.clauseAt[np.head] ?? -1];
  const actor = speaker ? a.names.actorAt(nounAt(a, speaker.noun).head)?.actor : null;
  return [actor, actor?.of].find((each) => each?.kind === 'group') ?? null;
}

/** "the group's Afghan branch, ISIS-K,", "X's affiliate in the Sahel, Y,": the group named beside it. */
function apposed(a: Analysis, np: NounPhrase): ActorEntity | null {
  const [where] = AFFILIATES.has(headLemma(a, np)) ? followedBy(a, np, 1) : [];
  const end = where?.preposition === 'in' ? nounAt(a, where.noun).last : np.last;
  const n = a.doc.tokens[end]?.lower === ',' ? (a.phrases.nounAt[end + 1] ?? -1) : -1;
  const actor = n >= 0 ? a.names.actorAt(nounAt(a, n).head)?.actor : null;
  return actor?.kind === 'group' ? actor : null;
}

const OFFSHOOTS = new Set([
  'offshoot',
  'splinter',
  'affiliate',
  'branch',
  'wing',
  'arm',
  'faction',
  'ally',
  'rival',
  'franchise',
]);

/** "An offshoot of X, Y, said": Y. */
function apposedBehind(a: Analysis, np: NounPhrase): ActorEntity | null {
  const last = a.doc.tokens[np.last]?.lower === 'of' ? followedBy(a, np, 1)[0] : undefined;
  return last ? apposed(a, nounAt(a, last.noun)) : null;
}

/** "X's Sahel branch" says itself which it is. */
const isOwnNamed = (a: Analysis, np: NounPhrase): boolean =>
  np.owner >= 0 && a.doc.tokens.slice(np.first, np.head).some(({ capital }) => capital);

const AFFILIATES = new Set(['affiliate', 'branch', 'offshoot', 'chapter', 'franchise']);
/** Tokens back in which the affiliate may have been named. */
const NAMED_BACK = 120;

/** "the al-Qaeda affiliate": the other group named before, where there is one. */
const otherBefore = (a: Analysis, np: NounPhrase, host: ActorEntity): ActorEntity =>
  within(a.names.actorMentions, Math.max(0, np.first - NAMED_BACK), np.first).findLast(
    ({ actor }) => actor.kind === 'group' && actor !== host,
  )?.actor ?? host;

const PART_OF_GROUP =
  /^(?:wing|branch|arm|affiliate|faction|unit|brigade|cell|front|army|force|battalion|chapter|offshoot|group|organisation|organization|movement|militia|network|outfit|gang|sect|cult|alliance|squad|column|ring|legion)$/;

const STATE =
  /^(?:policeman|soldier|police|troop|army|force|authority|officer|coalition|government|regime|military|navy|trooper|unit|battalion|brigade|aircraft|side|air-force|jet|warplane|strike|airstrike|drone|artillery|guard|bodyguard|sentry)$/;
const REFERS =
  /^(?:group|organization|organisation|movement|militia|faction|network|outfit|cult|sect|cell|party|affiliate|branch|army)$/;

/** Bands that do violence, whoever is meant. */
const BANDS = /^(?:affiliate|militia|militiaman|gang|outfit|cell|faction)$/;

/** People of a group that is named behind them: "dissidents of X", "remnants of X", "old comrades of X". */
const DEFECTORS = new Set([
  'dissident',
  'remnant',
  'comrade',
  'renegade',
  'defector',
  'veteran',
  'disciple',
  'adherent',
  'element',
]);

/** A group named within the tokens [first, last), but for one that only gave the idea: "ISIL-inspired". */
export function groupWithin(a: Analysis, first: number, last: number): ActorEntity | null {
  for (let i = first; i < last; i++) {
    const mention = a.names.actorAt(i);
    if (mention?.actor.kind === 'group' && !INSPIRED.test(a.doc.tokens[i]!.lower)) return mention.actor;
  }
  return null;
}
const INSPIRED = /.[-‐‑](?:inspired|style)$/;

/** "mortar rounds", "rocket salvoes". */
const ROUNDS = /^(?:round|salvo|barrage|volley)$/;

/** "a Hamas rocket", "its drones", "a car bomb of the organization": whose means it is. */
function meansOf(a: Analysis, np: NounPhrase, inside: ActorEntity | null): Party {
  const group = inside ?? groupAfter(a, np.last);
  return group ? { kind: 'group', actor: group } : { kind: 'means' };
}

/** "gunmen of the New People's Army", "members of X": the group right after. */
function groupAfter(a: Analysis, last: number): ActorEntity | null {
  // "fighters loyal to X", "gunmen belonging to X"
  const loyal =
    (/^(?:loyal|belonging|sworn|faithful|answering)$/.test(a.doc.tokens[last]?.lower ?? '') ||
      (/^(?:linked|affiliated|aligned|allied)$/.test(a.doc.tokens[last]?.lower ?? '') &&
        !/^(?:group|organi[sz]ation|movement|perpetrator)s?$/.test(a.doc.tokens[last - 1]?.lower ?? ''))) &&
    /^(?:to|with)$/.test(a.doc.tokens[last + 1]?.lower ?? '');
  if (loyal) {
    const whole = a.phrases.nouns[a.phrases.nounAt[last + 2] ?? -1];
    return whole ? groupWithin(a, whole.first, whole.last) : null;
  }
  const lower = a.doc.tokens[last]?.lower;
  if (lower !== 'of' && lower !== 'from' && lower !== ',') return null;
  const n = a.phrases.nounAt[last + 1] ?? -1;
  if (n < 0) return null;
  const np = nounAt(a, n);
  const referred = lower === ',' ? null : a.names.referent(np.first, np.last);
  return groupWithin(a, np.first, np.last) ?? (referred?.kind === 'group' ? referred : null);
}
