/** Incidents: from mentions to the contract's statements with every slot that the words fill. */
import type { Analysis } from '../analysis.js';
import { spanOf } from '../doc.js';
import { TELLING_DOERS } from '../lexicon/events.js';
import type { ActorEntity } from '../names/entities.js';
import { bareWords, headLemma, isPlural, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { Incident, Span } from '../schema.js';
import type { IncidentType, Status, WeaponType } from '../vocabulary.js';
import { type Casualty, findCasualties, singleCount } from './casualties.js';
import { findEventMentions } from './find-mentions.js';
import { individualsOf } from './individuals.js';
import { joinMentions, type Told } from './join.js';
import { hasSuicide, typeBy } from './means.js';
import type { EventMention } from './mention.js';
import { addMovements } from './movements.js';
import type { Fate } from './outcome.js';
import { isAimedAtOne } from './prominence.js';
import { isAboutViolence } from './relevance.js';
import { type Setting, settings } from './settings.js';
import { siteOf } from './site.js';
import { findOwners } from './territory.js';
import { victimsOf } from './victims.js';
import { weaponsIn } from './weapons.js';

/** An incident with the mentions that tell of it: what attributions, responses and warnings tie themselves to. */
export interface IncidentFound {
  incident: Incident;
  told: Told;
  groups: Set<ActorEntity>;
}

export function findIncidents(a: Analysis): IncidentFound[] {
  if (!isAboutViolence(a)) return [];
  const told = joinMentions(a, findEventMentions(a)).filter((t) => t.mentions.some((m) => !m.pattern));
  const owners = findOwners(a, told);
  const owned = ownedBy(owners);
  for (const t of told) enrich(a, t, owned.get(t) ?? []);
  addMovements(a, told);
  const casualties = assignCasualties(owners, findCasualties(a));
  const set = settings(a, told, owners);
  return told.map((t, i) => ({
    incident: build(a, t, casualties.get(t) ?? [], set[i]!, owned.get(t) ?? [], `i${i + 1}`),
    told: t,
    groups: t.groups,
  }));
}

function put<T>(lists: Map<Told, T[]>, told: Told, value: T): void {
  const list = lists.get(told);
  if (list) list.push(value);
  else lists.set(told, [value]);
}

/** For each incident the sentences that speak of it alone. */
function ownedBy(owners: readonly Told[][]): Map<Told, number[]> {
  const out = new Map<Told, number[]>();
  owners.forEach(([told, other], s) => {
    if (told && !other) put(out, told, s);
  });
  return out;
}

/** Means that are named in sentences which speak of this incident alone. */
function enrich(a: Analysis, told: Told, owned: readonly number[]): void {
  const main = told.mentions.find((m) => !m.pattern) ?? told.mentions[0]!;
  for (const s of owned) {
    const { first, last } = a.doc.sentences[s]!;
    const near = main.weapons.length === 0 || told.mentions.some((m) => m.sentence === s || m.sentence === s - 1);
    for (const weapon of near ? weaponsIn(a, first, last) : [])
      if (!main.weapons.some((w) => w.type === weapon.type)) main.weapons.push(weapon);
    if (hasSuicide(a, first, last)) main.suicide = true;
  }
  for (const party of told.parties) {
    if (party.kind !== 'perpetrators') continue;
    const np = nounAt(a, party.noun);
    const telling = TELLING_DOERS.get(headLemma(a, np));
    if (telling && !main.weapons.some((w) => w.type === telling.weapon))
      main.weapons.push({ type: telling.weapon, token: np.head });
  }
  if (main.type === 'unknown' && told.mentions.every((m) => m.type === 'unknown')) main.type = typeBy(main.weapons);
}

/**
 * Each casualty goes to the incident that its sentence speaks of, the one told nearest where it speaks of several; a new
 * total where nothing is told ("22 April: the toll stands at 145") to the one whose toll was told last.
 */
function assignCasualties(owners: Told[][], casualties: Casualty[]): Map<Told, Casualty[]> {
  const out = new Map<Told, Casualty[]>();
  let counted: Told | undefined;
  for (const casualty of casualties) {
    const candidates = owners[casualty.sentence]!.length
      ? owners[casualty.sentence]!
      : (owners[casualty.sentence + 1] ?? []);
    const distance = (t: Told): number =>
      Math.min(
        ...t.mentions.filter((m) => m.sentence === casualty.sentence).map((m) => Math.abs(m.token - casualty.token)),
      );
    const nearest =
      candidates.length > 1 ? [...candidates].sort((x, y) => distance(x) - distance(y))[0] : candidates[0];
    const chosen = nearest ?? (casualty.total ? counted : undefined);
    if (chosen && casualty.total) counted = chosen;
    if (chosen) put(out, chosen, casualty);
  }
  return out;
}

const STATUS_ORDER: Status[] = ['occurred', 'attempted', 'foiled', 'planned', 'threatened', 'alleged'];
const TYPE_ORDER: IncidentType[] = [
  'hijacking',
  'hostage-taking',
  'kidnapping',
  'assassination',
  'bombing',
  'unarmed-assault',
  'armed-assault',
  'facility-attack',
  'unknown',
];

function build(a: Analysis, told: Told, casualties: Casualty[], set: Setting, owned: number[], id: string): Incident {
  const { mentions } = told;
  const main = mentions.find((m) => !m.pattern) ?? mentions[0]!;
  const site = siteOf(a, mentions, owned);
  const targets = targetsOf(a, mentions, site);
  const victims = victimsOf(a, mentions, casualties, owned);
  const weapons = weaponsOf(a, mentions).filter(
    (w, _, all) => w.type !== 'vehicle' || !all.some((x) => x.type === 'explosives'),
  ); // a car bomb is a bomb
  const killed = toll(casualties, 'killed', set) ?? single(a, mentions, 'killed');
  return {
    id,
    type: typeOf(a, mentions, targets.named),
    status: STATUS_ORDER.find((s) => mentions.some((m) => m.status === s && (!m.adds || m === main))) ?? main.status,
    date: set.date && { start: set.date.start, end: set.date.end, at: set.date.at },
    place: set.place?.id ?? null,
    site: site && bareWords(a, site),
    weapons,
    perpetrators: { groups: [...told.groups].map((g) => g.id), individuals: individualsOf(a, told, owned) },
    targets: targets.list,
    victims,
    killed,
    injured: toll(casualties, 'injured', set),
    suicide: mentions.some((m) => m.suicide),
    evidence: evidenceOf(a, mentions),
  };
}

function typeOf(a: Analysis, mentions: EventMention[], namedTarget: boolean): IncidentType {
  const strong = mentions.filter((m) => m.status !== 'threatened');
  const types = new Set((strong.length ? strong : mentions).map((m) => m.type));
  let found = TYPE_ORDER.find((t) => types.has(t)) ?? 'unknown';
  if (found === 'bombing' && types.has('armed-assault') && onlyGrenades(a, mentions)) found = 'armed-assault';
  if (AIMED_TYPES.has(found) && isAimedAtOne(a, mentions)) return 'assassination';
  return found === 'unknown' && namedTarget && mentions.some((m) => m.word.outcome === 'killed')
    ? 'assassination'
    : found;
}

const AIMED_TYPES: ReadonlySet<IncidentType> = new Set<IncidentType>(['armed-assault', 'bombing', 'unknown']);

/** Gunmen who throw grenades besides make an armed assault, no bombing. */
function onlyGrenades(a: Analysis, mentions: EventMention[]): boolean {
  const weapons = mentions.flatMap((m) => m.weapons);
  return (
    weapons.some((w) => w.type === 'firearms') &&
    weapons.every(
      (w) =>
        w.type !== 'explosives' ||
        /^(?:grenade|rpg|vest|rocket|hurl|throw|lob|toss)$/.test(a.doc.tokens[w.token]!.lemma),
    )
  );
}

function weaponsOf(a: Analysis, mentions: EventMention[]): Incident['weapons'] {
  const seen = new Map<WeaponType, Incident['weapons'][number]>();
  for (const { weapons } of mentions) {
    for (const { type, token } of weapons) {
      const n = a.phrases.nounAt[token]!;
      const noun = n >= 0 && nounAt(a, n).head === token ? nounAt(a, n) : null;
      const words = noun
        ? bareWords(a, noun)
        : { text: a.doc.tokens[token]!.text, at: spanOf(a.doc, token, token + 1) };
      const known = seen.get(type);
      if (!known || (!known.text.includes(' ') && noun && words.text.includes(' '))) seen.set(type, { type, ...words });
    }
  }
  return [...seen.values()];
}

/** Ways and areas: where something happens, not what is hit. */
const NO_TARGET =
  /^(?:road|street|highway|avenue|boulevard|route|district|region|province|city|town|area|suburb|neighbourhood|neighborhood|quarter|motorcycle|motorbike)$/;

/** Patients that are things or people in harm's way, each once by its head; the building in which it happened is one. */
function targetsOf(
  a: Analysis,
  mentions: EventMention[],
  scene: NounPhrase | null,
): { list: Incident['targets']; named: boolean } {
  const list = new Map<string, Incident['targets'][number]>();
  let named = false;
  for (const { patients, clause } of mentions) {
    for (const n of patients) {
      const np = nounAt(a, n);
      if (isPronoun(a, np)) continue;
      const head = a.doc.tokens[np.head]!;
      const thing = thingOf(a, np);
      const person = a.names.actorAt(np.head)?.actor.kind === 'person';
      const site = a.names.placeAt(np.head)?.place.precision === 'site';
      if (person) named = true;
      if (NO_TARGET.test(headLemma(a, np)) || isOnMap(a, np)) continue;
      const unknownName = head.pos === 'NNP' && !thing && !site;
      if (person || thing?.class === 'person' || (unknownName && !isHitByName(a, np))) continue; // people are victims
      if (!thing && !site && !unknownName) continue;
      const words = bareWords(a, np);
      const key = thing ? headLemma(a, np) : words.text.toLowerCase();
      if (list.has(key) || head.pos === 'CD') continue;
      const effect =
        clause && /^(?:destroy|flatten|level|demolish|sink|gut)$/.test(clause.verb.lemma)
          ? 'destroyed'
          : clause && /^(?:damage|hit|scorch)$/.test(clause.verb.lemma)
            ? 'damaged'
            : null;
      list.set(key, { ...words, type: thing?.type ?? (person ? 'private-citizens' : 'unknown'), effect });
    }
  }
  if (scene && !NO_TARGET.test(headLemma(a, scene)) && !isOpenGround(a, scene)) {
    const thing = thingOf(a, scene);
    const words = bareWords(a, scene);
    const key = thing ? headLemma(a, scene) : words.text.toLowerCase();
    if (!list.has(key)) list.set(key, { ...words, type: thing?.type ?? 'unknown', effect: null });
  }
  return { list: [...list.values()], named };
}

/** "Tayaran Square", "the Creggan estate": by its name, a part of a town and no building. */
const isOpenGround = (a: Analysis, np: NounPhrase): boolean =>
  a.names.placeAt(np.head) !== null &&
  /^(?:square|plaza|estate|promenade|junction|crossing|intersection|roundabout|bridge|park|beach|bypass)$/.test(
    headLemma(a, np),
  );

/** A town or a country, or a name after "in" or "at": where the act was. */
function isOnMap(a: Analysis, np: NounPhrase): boolean {
  const place = a.names.placeAt(np.head)?.place;
  if (place) return place.precision !== 'site';
  return (
    a.doc.tokens[np.head]!.pos === 'NNP' &&
    thingOf(a, np) === null &&
    /^(?:at|in|near)$/.test(a.doc.tokens[np.first - 1]?.lower ?? '')
  );
}

/** "two missiles hit the Rubymar": a name that is no actor, place or person is still what was hit. */
const isHitByName = (a: Analysis, np: NounPhrase): boolean =>
  a.names.actorAt(np.head) === null && a.names.placeAt(np.head) === null;

/** The toll that the report ends on: a total beats its parts, a later figure an earlier one. */
function toll(casualties: Casualty[], outcome: Fate, { date }: Setting): Incident['killed'] {
  const all = casualties.filter((c) => c.outcome === outcome);
  const given = all.some((c) => !c.boasted) ? all.filter((c) => !c.boasted) : all;
  const totals = given.filter((c) => c.total);
  const count = (totals.at(-1) ?? largest(given))?.count ?? null;
  if (count?.asOf === undefined || count.asOf >= (date?.start ?? '')) return count;
  const { asOf, ...rest } = count; // no toll is told before the act
  return rest;
}

const largest = (given: Casualty[]): Casualty | undefined =>
  given.reduce<Casualty | undefined>(
    (best, c) => (!best || (c.count.min ?? 0) >= (best.count.min ?? 0) ? c : best),
    undefined,
  );

/** A named or single person killed, where no number stands. */
function single(a: Analysis, mentions: EventMention[], outcome: 'killed'): Incident['killed'] {
  const people = new Map<string, ReturnType<typeof singleCount>>();
  for (const { word, patients, status } of mentions) {
    if (word.outcome !== outcome || status !== 'occurred') continue;
    for (const n of patients) {
      const np = nounAt(a, n);
      if (isPronoun(a, np) || isPlural(a, np)) continue;
      const person = a.names.actorAt(np.head)?.actor.kind === 'person' || thingOf(a, np)?.class === 'person';
      if (person) people.set(headLemma(a, np), singleCount(a, np));
    }
  }
  const [first, ...rest] = people.values();
  return first ? { min: 1 + rest.length, max: 1 + rest.length, at: first.at } : null;
}

/** The sentences that tell of it, each once; the first one first. */
function evidenceOf(a: Analysis, mentions: EventMention[]): Span[] {
  const seen = new Set<number>();
  const out: Span[] = [];
  for (const { sentence } of mentions) {
    if (seen.has(sentence)) continue;
    seen.add(sentence);
    const { first, last } = a.doc.sentences[sentence]!;
    out.push(spanOf(a.doc, first, last));
  }
  return out;
}
