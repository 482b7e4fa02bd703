/** When and where an act was: from the words of its clause, else from its sentence. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { fromIso, toIso } from '../dates/calendar.js';
import type { DateMention } from '../dates/dates.js';
import { endOf, isAttributive } from '../facts.js';
import { SPEECH } from '../lexicon/speech.js';
import type { ActorEntity, PlaceEntity } from '../names/entities.js';
import type { DateRange } from '../schema.js';
import type { ResponseType } from '../vocabulary.js';
import type { Scene } from './scene.js';

const RANK: Record<PlaceEntity['precision'], number> = {
  city: 0,
  district: 1,
  site: 2,
  province: 3,
  country: 4,
  region: 5,
};

/** Tokens of the clause, with what stands before its subject where it opens the sentence. */
function reach(a: Analysis, clause: Clause): [number, number] {
  const { first } = a.doc.sentences[clause.sentence]!;
  const before = a.clauses[clause.index - 1];
  let end = endOf(a, clause);
  // "Police raided the compound and arrested four": what follows the last verb goes with both.
  for (let next = a.clauses[clause.index + 1]; next?.sentence === clause.sentence; next = a.clauses[next.index + 1]) {
    if (next.subjects !== clause.subjects && next.subjects[0] !== clause.subjects[0]) break;
    if (next.verb.form === 'infinitive') break;
    end = endOf(a, next);
  }
  return [before?.sentence === clause.sentence ? Math.min(clause.first, clause.verb.first) : first, end];
}

export function dateOf(scene: Scene, clause: Clause, type?: ResponseType): DateRange | null {
  const { a } = scene;
  const [first, last] = reach(a, clause);
  const own = pick(a, within(a.dates, first, last), clause, scene);
  if (own) return own;
  const { first: from, last: to } = a.doc.sentences[clause.sentence]!;
  const all = within(a.dates, from, to).filter((date) => date.kind !== 'dateline' && !isOfSaying(a, date, clause));
  const single = all.length === 1 ? pick(a, all, clause, scene) : null;
  return (
    single ??
    headingOf(scene, clause)?.date ??
    sameDay(scene, clause) ??
    (type && ON_THE_SPOT.has(type) ? dateOfTelling(scene, clause) : null)
  );
}

/** What is done while the incident lasts, unless another day is named. */
const ON_THE_SPOT: ReadonlySet<ResponseType> = new Set(['killing', 'disruption']);

function dateOfTelling(scene: Scene, { verb, sentence }: Clause): DateRange | null {
  const telling = scene.lastTellingBefore(verb.last);
  const date = telling && sentence - telling.sentence <= 1 ? telling.found.incident.date : null;
  return date ? { ...date } : null;
}

/** Tokens on both sides of the verb in which it is said that it was the same day. */
const SAME_DAY_REACH = 40;
const SAME_DAY = /^(?:afterwards|immediately|minutes|hours|later)$/;

/** "the same day", "at the same time", "soon afterwards": the day of the incident told last. */
function sameDay(scene: Scene, clause: Clause): DateRange | null {
  const { tokens, sentences } = scene.a.doc;
  const { first, last } = sentences[clause.sentence]!;
  const end = Math.min(last, clause.verb.last + SAME_DAY_REACH);
  for (let i = Math.max(first, clause.verb.first - SAME_DAY_REACH); i < end; i++) {
    const { lower } = tokens[i]!;
    const same = lower === 'same' && /^(?:day|time|night|morning|evening|afternoon)$/.test(tokens[i + 1]?.lower ?? '');
    const soon =
      SAME_DAY.test(lower) && /^(?:soon|shortly|immediately|minutes|hours|moments)$/.test(tokens[i - 1]?.lower ?? '');
    if (!same && !soon) continue;
    const telling = scene.lastTellingBefore(clause.verb.first);
    const date = telling && clause.sentence - telling.sentence <= 3 ? telling.found.incident.date : null;
    return date ? { ...date } : null;
  }
  return null;
}

/** "KUWAIT, Kuwait City, 26 June.": what the head of the item gives. */
function headingOf(
  { a, headings }: Scene,
  clause: Clause,
): { date: DateRange | null; place: PlaceEntity | null } | null {
  const heading = headings[a.doc.sentences[clause.sentence]!.paragraph];
  if (!heading) return null;
  const date = heading.dates[0];
  return {
    date: date ? { start: date.start, end: date.end, at: date.at } : null,
    place: best(heading.places.map(({ place }) => place)),
  };
}

/** "X has been arrested, the minister said on Friday": the day of the saying. */
function isOfSaying(a: Analysis, { first }: { first: number }, clause: Clause): boolean {
  const own = a.clauses[a.clauseAt[first] ?? -1];
  return own !== undefined && own !== clause && SPEECH.has(own.verb.lemma);
}

/** "In Washington, X said that police had arrested": where it is said. */
const opensSaying = (a: Analysis, { first }: { first: number }, clause: Clause): boolean =>
  first - a.doc.sentences[clause.sentence]!.first <= 1 && isOfSaying(a, { first }, clause);

function pick(a: Analysis, dates: DateMention[], clause: Clause, scene: Scene): DateRange | null {
  for (const date of dates) {
    const { kind, at, offset, named } = date;
    if (kind === 'dateline' || kind === 'until' || kind === 'anniversary' || isAttributive(a, date)) continue;
    if (kind === 'event-offset') {
      const day = eventDay(scene, date);
      if (day !== null) return { start: toIso(day + (offset ?? 0)), end: toIso(day + (offset ?? 0)), at };
      continue;
    }
    // "since September 2014, when a strike killed X": the strike was then
    if (named && clause.marker === 'when') return { ...named, at };
    return { start: date.start, end: date.end, at };
  }
  if (clause.marker === 'when') {
    const before = within(a.dates, clause.verb.first - 12, clause.verb.first).find(
      ({ last }) => a.doc.tokens[last]?.lower === ',',
    );
    if (before?.named) return { ...before.named, at: before.at };
  }
  return null;
}

/** The day of the incident that the words after "two days after" tell of. */
function eventDay(scene: Scene, date: DateMention): number | null {
  for (const { found } of scene.tellingsIn(date.last, date.last + 8)) {
    const { date: day } = found.incident;
    if (day?.start && day.start === day.end) return fromIso(day.start);
  }
  return null;
}

export function placeOf(
  scene: Scene,
  clause: Clause,
  type: ResponseType,
  by: ActorEntity | null = null,
): PlaceEntity | null {
  const { a } = scene;
  const [first, last] = reach(a, clause);
  const own = best(
    within(a.names.placeMentions, first, last)
      .filter((m) => isWhere(a, m.first))
      .map(({ place }) => place),
  );
  if (own) return own;
  const { first: from, last: to } = a.doc.sentences[clause.sentence]!;
  const near = within(a.names.placeMentions, from, to).filter((m) => isWhere(a, m.first) && !opensSaying(a, m, clause));
  return (
    best(near.map(({ place }) => place)) ??
    headingOf(scene, clause)?.place ??
    (type === 'security-measure' ? landOf(a, by) : null) ??
    (AT_THE_SCENE.has(type) || type === 'strike' ? placeBefore(scene, clause) : null) ??
    (AT_THE_SCENE.has(type) ? placeOfTelling(scene, clause) : null)
  );
}

/** What is done where the incident was, unless another place is named. */
const AT_THE_SCENE: ReadonlySet<ResponseType> = new Set([
  'arrest',
  'raid',
  'killing',
  'disruption',
  'security-measure',
  'trial',
]);

/** Sentences back in which the incident may be told to which an act answers. */
const ANSWERED = 4;

/** Where no place is named: that of the incident told last, which the act answers. */
function placeOfTelling(scene: Scene, { verb, sentence }: Clause): PlaceEntity | null {
  const { names } = scene.a;
  const near = scene
    .tellingsBefore(verb.last)
    .filter((telling) => sentence - telling.sentence <= ANSWERED)
    .flatMap(({ found: { incident } }) => (incident.place === null ? [] : [names.place(incident.place)]));
  return near.findLast(({ country }) => country === names.country) ?? near.at(-1) ?? null;
}

/** A state's measure holds in the state, where that is named. */
function landOf({ names }: Analysis, by: ActorEntity | null): PlaceEntity | null {
  const state = by?.kind === 'government' ? by : by?.of?.kind === 'government' ? by.of : null;
  if (!state?.country) return null;
  return (
    names.placeMentions.find(({ place }) => place.precision === 'country' && place.country === state.country)?.place ??
    null
  );
}

/** The place that the sentence before in the same paragraph gives. */
function placeBefore({ a }: Scene, { sentence }: Clause): PlaceEntity | null {
  const before = a.doc.sentences[sentence - 1];
  if (!before || before.paragraph !== a.doc.sentences[sentence]!.paragraph) return null;
  const near = within(a.names.placeMentions, before.first, before.last).filter((m) => isWhere(a, m.first));
  return best(near.map(({ place }) => place));
}

const WHERE = /^(?:in|at|near|on|outside|inside|around|of|from)$/;
const isWhere = (a: Analysis, first: number): boolean =>
  [1, 2, 3].some((k) => WHERE.test(a.doc.tokens[first - k]?.lower ?? ''));

function best(places: PlaceEntity[]): PlaceEntity | null {
  return places.reduce<PlaceEntity | null>(
    (chosen, place) => (chosen === null || RANK[place.precision] < RANK[chosen.precision] ? place : chosen),
    null,
  );
}
