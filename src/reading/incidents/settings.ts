/** When and where each incident was: from its own mentions, from the heading of its paragraph, from the dateline. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { DateMention } from '../dates/dates.js';
import { spanOf } from '../doc.js';
import { AFTERWARDS, EVENT_NOUNS } from '../lexicon/events.js';
import type { PlaceEntity } from '../names/entities.js';
import { headLemma, isPerpetrator, nounAt } from '../nouns.js';
import { bodyOf, isOrigin, placesIn } from './extent.js';
import { chain, type Told } from './join.js';

export interface Setting {
  date: DateMention | null;
  place: PlaceEntity | null;
}

type Way<T> = (a: Analysis, told: Told, owners: Told[][]) => T | null;

function first<T>(
  ways: readonly Way<T>[],
  a: Analysis,
  told: Told,
  owners: Told[][],
): { found: T; way: string } | null {
  for (const way of ways) {
    const found = way(a, told, owners);
    if (found) return { found, way: way.name };
  }
  return null;
}

export function settings(a: Analysis, told: Told[], owners: Told[][]): Setting[] {
  return told.map((t, i) => {
    const date = first(DATE_WAYS, a, t, owners);
    const place = first(i === 0 ? PLACE_WAYS : PLACE_WAYS.slice(0, -1), a, t, owners);
    a.trace?.settings.set(t, { date: date?.way ?? null, place: place?.way ?? null });
    return { date: date?.found ?? null, place: place?.found ?? null };
  });
}

/** Of the days that its mentions give: an exact one first, and one beside a word that tells of the act before others. */
const ownDate = (_: Analysis, told: Told): DateMention | null => {
  const all = told.mentions.filter((m) => m.dates.length);
  const telling = all.filter((m) => !m.adds);
  const dated = (telling.length ? telling : all).map((m) => m.dates[0]!);
  return dated.find((d) => d.start === d.end) ?? dated[0] ?? null;
};

/** A date in the sentence of a mention, outside its clause, where the sentence tells of no other incident. */
function sentenceDate(a: Analysis, told: Told): DateMention | null {
  for (const { sentence, status, clause } of told.mentions) {
    if (status !== 'occurred') continue;
    const { last } = a.doc.sentences[sentence]!;
    const date = within(a.dates, bodyOf(a, sentence), last).find(
      (d) =>
        d.start !== null &&
        d.end !== null &&
        d.kind !== 'dateline' &&
        (isHoursBefore(a, d.first, clause) || (tellsWhen(a, d.first) && !isAfterwards(a, d.first, clause))),
    );
    if (date) return date;
  }
  return null;
}

/** "The church reopened on Sunday, two years after gunmen opened fire": the day of what came after; who died did so with it. */
function isAfterwards(a: Analysis, token: number, clause: Clause | null): boolean {
  if (!clause || !/^(?:after|since|before)$/.test(clause.marker ?? '')) return false;
  const main = a.clauses[a.clauseAt[token] ?? -1];
  return main !== undefined && main !== clause && !HARMED.test(main.verb.lemma);
}
/** "on Monday, hours after a militant stabbed a teacher": the same day. */
function isHoursBefore(a: Analysis, token: number, clause: Clause | null): boolean {
  if (clause?.marker !== 'after') return false;
  for (let i = clause.verb.first - 1; i > token; i--)
    if (a.doc.tokens[i]!.lower === 'after')
      return /^(?:hours|hour|minutes|moments|shortly|soon|immediately)$/.test(a.doc.tokens[i - 1]!.lower);
  return false;
}
const HARMED = /^(?:die|perish|kill|injure|wound|hurt|lose|leave|fall)$/;

/** Does the clause of this date tell of the act, rather than of what was said or done about it? */
function tellsWhen(a: Analysis, token: number): boolean {
  const clause = a.clauses[a.clauseAt[token] ?? -1];
  if (!clause || !AFTERWARDS.has(clause.verb.lemma)) return true;
  // "condemns the massacre during the night of …": who condemns does so now
  return CONDEMNS.has(clause.verb.lemma) && !clause.verb.past && token > clause.verb.head;
}

const CONDEMNS = new Set(['condemn', 'denounce', 'deplore', 'mourn']);

/** Sentences within which a day told before an act may be its day: "On 15 June a man rang … Then a bomb went off." */
const BACK = 3;

/** The day that the sentences before set, as long as they speak of no other act. */
function paragraphDate(a: Analysis, told: Told, owners: Told[][]): DateMention | null {
  for (const { sentence, status } of told.mentions.slice(0, 3)) {
    if (status !== 'occurred' && status !== 'attempted') return null;
    const date = dateBefore(a, told, owners, sentence);
    if (date) return date;
  }
  return null;
}

function dateBefore(a: Analysis, told: Told, owners: Told[][], sentence: number): DateMention | null {
  for (let s = sentence - 1; s >= 0 && s >= sentence - BACK; s--) {
    const { paragraph } = a.doc.sentences[s]!;
    if (paragraph < a.doc.sentences[sentence]!.paragraph - 1) return null;
    if (owners[s]!.some((t) => t !== told && t.mentions.some((m) => m.sentence === s))) return null;
    const { first, last } = a.doc.sentences[s]!;
    const date = within(a.dates, first, last).findLast(
      (d) =>
        d.start !== null &&
        d.start === d.end &&
        d.kind !== 'dateline' &&
        tellsWhen(a, d.first) &&
        d.start < (a.doc.published ?? '9999'),
    );
    if (date) return date;
  }
  return null;
}

/** Sentences on within which the day of an act may be told by what its doers did: "Four men came on motorcycles on Sunday." */
const ON = 4;

function laterDate(a: Analysis, told: Told, owners: Told[][]): DateMention | null {
  const { sentence, status } = told.mentions[0]!;
  if (status !== 'occurred') return null;
  for (let s = sentence + 1; s <= sentence + ON && owners[s]?.length === 1 && owners[s]![0] === told; s++) {
    const { first, last } = a.doc.sentences[s]!;
    const date = within(a.dates, first, last).find((d) => {
      const clause = a.clauses[a.clauseAt[d.first] ?? -1];
      if (!clause?.verb.past || clause.verb.negated || !LATER.has(d.kind) || d.start === null || d.start !== d.end)
        return false;
      return (
        d.start <= (a.doc.published ?? d.start) && clause.subjects.some((n) => isOfAct(a, n)) && tellsWhen(a, d.first)
      );
    });
    if (date) return date;
  }
  return null;
}
const LATER: ReadonlySet<DateMention['kind']> = new Set<DateMention['kind']>(['day', 'weekday', 'relative']);

/** Attackers, or the act itself. */
const isOfAct = (a: Analysis, n: number): boolean => {
  const np = nounAt(a, n);
  return (
    isPerpetrator(a, np) ||
    /^(?:man|youth|assault|incident)$/.test(headLemma(a, np)) ||
    EVENT_NOUNS.has(headLemma(a, np))
  );
};

/** "BREAKING: …", "LIVE: …": what a flash opens with is of its own day. */
function flashDate({ doc }: Analysis, told: Told): DateMention | null {
  const { published, tokens } = doc;
  if (published === null || told.mentions[0]!.sentence > 0 || told.mentions[0]!.status !== 'occurred') return null;
  const first = tokens.slice(0, FLASH).findIndex(({ text }) => /^(?:BREAKING|LIVE|FLASH|URGENT)$/.test(text));
  if (first < 0) return null;
  const at = spanOf(doc, first, first + 1);
  return { first, last: first + 1, at, kind: 'relative', start: published, end: published };
}
/** Tokens within which a flash says so. */
const FLASH = 6;

const RANK: Record<PlaceEntity['precision'], number> = {
  city: 0,
  district: 1,
  site: 2,
  province: 3,
  country: 4,
  region: 5,
};

/** A road leads to many places: it says where only if nothing else does. */
const rankOf = ({ precision, name }: PlaceEntity): number =>
  RANK[precision] + (precision === 'site' && WAYS.test(name) ? 1.5 : 0);
const WAYS = /\b(?:highway|road|motorway|expressway|route|bypass)\b/i;

/** The city where one is known, else the most exact place. */
function best(a: Analysis, given: PlaceEntity[]): PlaceEntity | null {
  // Of places in several countries, those of the country that most of them are in, else that the report is most about.
  const most = given.find((p) => p.country && given.filter((q) => q.country === p.country).length * 2 > given.length);
  const home = given.filter((p) => p.country === (most?.country ?? a.names.country));
  const places = home.length ? home : given;
  const all = places.flatMap((p) =>
    p.precision === 'site' || (p.key === null && (p.precision === 'district' || p.precision === 'city'))
      ? [p, ...chain(p).filter((q) => q.precision === 'city' && q.id !== '')]
      : [p],
  );
  return all.reduce<PlaceEntity | null>(
    (chosen, p) => (chosen === null || rankOf(p) < rankOf(chosen) ? p : chosen),
    null,
  );
}

const ownPlace = (a: Analysis, told: Told): PlaceEntity | null => {
  for (const m of told.mentions) {
    const place = best(
      a,
      m.places.map((p) => p.place).filter((p) => p.precision !== 'country' && p.precision !== 'region'),
    );
    if (place) return place;
  }
  return best(a, told.places);
};

function sentencePlace(a: Analysis, told: Told): PlaceEntity | null {
  for (const { sentence } of told.mentions) {
    const { last } = a.doc.sentences[sentence]!;
    const place = best(
      a,
      placesIn(a, bodyOf(a, sentence), last)
        .filter((p) => !isOrigin(a, p))
        .map((p) => p.place),
    );
    if (place) return place;
  }
  return null;
}

/** Sentences within which a place told before is still the scene. */
const SCENE_BACK = 2;

/** The place that the sentences right before in the same paragraph set. */
function paragraphPlace(a: Analysis, told: Told): PlaceEntity | null {
  const { sentence } = told.mentions[0]!;
  const { paragraph } = a.doc.sentences[sentence]!;
  for (let s = sentence - 1; s >= Math.max(0, sentence - SCENE_BACK); s--) {
    const before = a.doc.sentences[s]!;
    if (before.paragraph !== paragraph) return null;
    const place = best(
      a,
      placesIn(a, before.first, before.last).map((p) => p.place),
    );
    if (place) return place;
  }
  return null;
}

/** "KABUL, Aug 26 (Agency) - …": where the report was written, for the incident that it opens with and gives no other place for. */
function datelinePlace(a: Analysis, told: Told): PlaceEntity | null {
  if (told.mentions[0]!.sentence > 3) return null;
  const first = a.names.placeMentions[0];
  return first && first.first < 12 ? first.place : null;
}

/** Where a date and a place are looked for, the nearest to the act first. */
const DATE_WAYS: readonly Way<DateMention>[] = [ownDate, sentenceDate, paragraphDate, laterDate, flashDate];
const PLACE_WAYS: readonly Way<PlaceEntity>[] = [ownPlace, sentencePlace, paragraphPlace, datelinePlace];
