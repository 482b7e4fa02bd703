/** Which of the places of one name is meant: by the place around it, the countries of the report, rank and population. */
import { fold, type KnownPlace } from '../../catalogue/catalogue.js';
import { nextMarked } from '../doc.js';
import { mark } from '../forms.js';
import type { Book } from './book.js';
import { isNameLike } from './capitals.js';
import type { PlaceEntity } from './entities.js';
import { nationOf } from './known-words.js';
import { type FoundPlace, opensDateline } from './places.js';
import { nationBefore } from './site-spans.js';

/** Countries by how much the report speaks of them. */
export type CountryVotes = Map<string, number>;

/** Votes, and the share of each country's that one place's name gave: no place may speak for itself. */
interface Tally {
  votes: CountryVotes;
  own: ReadonlyMap<string, number>;
  /** Do places speak for countries, and not nationalities alone? "an Italian envoy" in Goma makes it no Goma in Italy. */
  grounded: boolean;
}

/** A city of ten times the people is worth two votes: Moscow in Russia against one in Idaho, whatever else is spoken of. */
const PER_TENFOLD = 1.6;
const PER_VOTE = 0.8;
const MOST_VOTES = 3;

const NATION = mark((form) => nationOf(form) !== null);

function tally(book: Book, found: readonly FoundPlace[]): Tally {
  const votes: CountryVotes = new Map();
  const own = new Map<string, number>();
  const vote = (country: string | null | undefined, weight: number): void => {
    if (country) votes.set(country, (votes.get(country) ?? 0) + weight);
  };
  for (const place of found) {
    const [best] = place.candidates;
    if (!best) continue;
    // The next of the name in another land: Kabul the province lies where the city does.
    const other = place.candidates.find(({ country }) => country !== best.country);
    const sure = best.precision === 'country' || !other || best.population > 20 * (other.population + 1);
    if (!sure) continue;
    const weight =
      (best.precision === 'country' ? 1 : 0.7) *
      (opensDateline(book, place.first, place.last) ? 3 : book.doc.tokens[place.first]!.sentence === 0 ? 2 : 1);
    vote(best.country, weight);
    if (best.precision === 'country') continue;
    for (const { key, country } of place.candidates)
      if (country === best.country) own.set(key, (own.get(key) ?? 0) + weight);
  }
  const { doc } = book;
  const grounded = votes.size > 0;
  for (let i = nextMarked(doc, NATION, 0); i < doc.tokens.length; i = nextMarked(doc, NATION, i + 1)) {
    if (isNameLike(doc, i)) vote(nationOf(doc.tokens[i]!.form), 0.4);
  }
  for (const { actor } of book.actorMentions) if (actor.kind === 'group') vote(actor.country, 0.3);
  return { votes, own, grounded };
}

/**
 * Makes the places of the report out of what was found, each name of one holder being one place. Gives the country that
 * the report is most about; null where it names none.
 */
export function resolvePlaces(book: Book, found: readonly FoundPlace[]): string | null {
  const { votes, own, grounded } = tally(book, found);
  const entities = new Map<string, PlaceEntity>();
  const chosen: PlaceEntity[] = new Array(found.length);
  const busy = new Set<number>();
  const anchors: KnownPlace[] = [];
  const resolve = (p: number): PlaceEntity => {
    const done = chosen[p];
    if (done) return done;
    const place = found[p]!;
    busy.add(p);
    const holder =
      place.container >= 0 && busy.size < DEEPEST && !busy.has(place.container) ? resolve(place.container) : null;
    busy.delete(p);
    const around = {
      holder,
      votes,
      own,
      grounded,
      anchors,
      nation: nationBefore(book, place.first),
      before: beforeInParagraph(book, found, chosen, p),
    };
    const known = best(place.candidates, around, fold(place.names.at(-1)!));
    const key = known?.key ?? fold(place.names.at(-1)!);
    let entity = entities.get(key);
    if (!entity) {
      entity = known ? knownPlace(known) : unknownPlace(place);
      entities.set(key, entity);
      if (known?.lat && anchors.length < MOST_ANCHORS) anchors.push(known);
    }
    entity.country ??= around.nation;
    entity.within ??= holder;
    chosen[p] = entity;
    return entity;
  };
  const main = mostVoted(votes);
  for (let p = 0; p < found.length; p++) {
    const entity = resolve(p);
    const { first, last } = found[p]!;
    entity.mentions.push({ first, last });
    book.placeMentions.push({ place: entity, first, last });
  }
  for (let p = 0; p < found.length; p++) {
    const { names, precision, candidates } = found[p]!;
    const city = precision === 'site' && !candidates.length ? cityInName(book, names[0]!) : null;
    const known =
      city &&
      best(city, { holder: null, votes, own, grounded, anchors, nation: null, before: null }, fold(city[0]!.name));
    if (known) chosen[p]!.within ??= entities.get(known.key) ?? knownPlace(known);
    settle(book, found, chosen, p, main);
  }
  return main;
}

function knownPlace({ key, name, precision, country, lat, lon }: KnownPlace): PlaceEntity {
  return { id: '', key, name, precision, country, lat, lon, mentions: [], within: null };
}

const unknownPlace = ({ names, precision }: FoundPlace): PlaceEntity => ({
  id: '',
  key: null,
  name: names.at(-1)!,
  precision,
  country: null,
  lat: null,
  lon: null,
  mentions: [],
  within: null,
});

/** What speaks for one of several places of a name. */
interface Around {
  /** The place that the text puts it in. */
  holder: PlaceEntity | null;
  votes: CountryVotes;
  own: ReadonlyMap<string, number>;
  grounded: boolean;
  /** Places that are known already. */
  anchors: readonly KnownPlace[];
  /** "the Syrian town of". */
  nation: string | null;
  /** Country of the place named before in the same paragraph. */
  before: string | null;
}

/** A site in a district in a city in a province in a country; a longer chain is a list. */
const DEEPEST = 6;
/** How many places of a report others are measured against. */
const MOST_ANCHORS = 12;
/** A smaller place in a country of which the report says nothing is not the one that is meant. */
const KNOWN_ABROAD = 200_000;
/** Without a noun ("Kabul province") a name that a city has too is the city's. */
const BY_PRECISION: Record<string, number> = {
  country: 10,
  region: 10,
  city: 0,
  province: -1.5,
  district: -2.5,
  site: -1,
};

function best(candidates: readonly KnownPlace[], around: Around, name: string): KnownPlace | null {
  let chosen: KnownPlace | null = null;
  let most = -Infinity;
  let people = Infinity;
  for (const known of candidates) {
    // The likeliest of the name come first: Chattogram, once Islamabad, is no larger an Islamabad than Pakistan's.
    const other = known.precision === 'city' && !` ${fold(known.name).replace(/[()-]/g, ' ')} `.includes(` ${name} `);
    const population = other ? Math.min(known.population, people / 2) : known.population;
    if (known.precision === 'city') people = Math.min(people, population);
    const score = scoreOf(known, population, around);
    if (score > most) [chosen, most] = [known, score];
  }
  return chosen;
}

function scoreOf(
  known: KnownPlace,
  population: number,
  { holder, votes, own, grounded, anchors, nation, before }: Around,
): number {
  const { country } = known;
  const others = country === null ? 0 : (votes.get(country) ?? 0) - (own.get(known.key) ?? 0);
  const spoken = country === null || others > 0.01 || country === nation || country === holder?.country;
  if (!spoken && grounded && known.population < KNOWN_ABROAD && known.precision !== 'country') return -Infinity;
  let score = PER_TENFOLD * Math.log10(population + 10) + BY_PRECISION[known.precision]!;
  score += Math.min(MOST_VOTES, (country && votes.get(country)) || 0) * PER_VOTE;
  if (nation) score += country === nation ? 6 : -3;
  if (before && before === country) score += 1.5;
  if (holder) {
    if (holder.country) score += holder.country === country ? 6 : -3;
    if (holder.key && holder.key === known.region) score += 3;
  }
  return score + 2 * nearness(known, anchors);
}

/** 1 beside a place of the report, near 0 from some hundred kilometres on. */
function nearness({ lat, lon }: KnownPlace, anchors: readonly KnownPlace[]): number {
  if (lat === null || lon === null) return 0;
  let nearest = Infinity;
  for (const anchor of anchors) {
    if (anchor.lat === null || anchor.lon === null) continue;
    const north = (anchor.lat - lat) * 111;
    const east = (anchor.lon - lon) * 111 * Math.cos((lat * Math.PI) / 180);
    nearest = Math.min(nearest, Math.hypot(north, east));
  }
  return Math.exp(-nearest / 150);
}

/** Country of the place that was resolved last before in the paragraph of p. */
function beforeInParagraph(
  { doc }: Book,
  found: readonly FoundPlace[],
  chosen: readonly PlaceEntity[],
  p: number,
): string | null {
  const paragraphOf = (q: number): number => doc.sentences[doc.tokens[found[q]!.first]!.sentence]!.paragraph;
  for (let q = p - 1; q >= Math.max(0, p - 4) && paragraphOf(q) === paragraphOf(p); q--)
    if (chosen[q]?.country) return chosen[q]!.country;
  return null;
}

/** The cities by whose name a site's name begins: "Kabul airport", "Madrid-Barajas airport". */
function cityInName(book: Book, name: string): readonly KnownPlace[] | null {
  const words = fold(name).split(' ');
  for (let n = Math.min(3, words.length - 1); n > 0; n--) {
    const cities = book.catalogue
      .placesNamed(words.slice(0, n).join(' '))
      .filter(({ precision, population }) => precision === 'city' && population >= 20_000);
    if (cities.length) return cities;
  }
  return null;
}

/** A site or an unknown village lies where its holder lies, else in the nearest place before it, else in the report's country. */
function settle(book: Book, found: readonly FoundPlace[], chosen: PlaceEntity[], p: number, main: string | null): void {
  const place = chosen[p]!;
  if (place.key !== null || place.country !== null) return;
  const near = place.within ?? nearest(book, found, chosen, p);
  if (place.precision === 'site' || place.precision === 'district') {
    if (near?.precision === 'city' || near?.precision === 'district') place.within ??= near;
    place.lat = place.within?.lat ?? null;
    place.lon = place.within?.lon ?? null;
  }
  if (place.precision !== 'region') place.country = near?.country ?? main;
}

/** A country or more says less of where a site is than a town does. */
const isLocal = ({ precision }: PlaceEntity): boolean => precision !== 'country' && precision !== 'region';

/** The place with a country that was named last before in the same paragraph, or next in the same sentence. */
function nearest({ doc }: Book, found: readonly FoundPlace[], chosen: PlaceEntity[], p: number): PlaceEntity | null {
  const sentence = doc.tokens[found[p]!.first]!.sentence;
  const paragraphOf = (q: number): number => doc.sentences[doc.tokens[found[q]!.first]!.sentence]!.paragraph;
  for (let q = p - 1; q >= Math.max(0, p - 6) && paragraphOf(q) === paragraphOf(p); q--)
    if (chosen[q]!.country && (isLocal(chosen[q]!) || doc.tokens[found[q]!.first]!.sentence === sentence))
      return chosen[q]!;
  for (let q = p + 1; q < found.length && doc.tokens[found[q]!.first]!.sentence === sentence; q++)
    if (chosen[q]!.country) return chosen[q]!;
  return null;
}

function mostVoted(votes: CountryVotes): string | null {
  let country: string | null = null;
  let most = 0;
  for (const [code, count] of votes) if (count > most) [country, most] = [code, count];
  return country;
}
