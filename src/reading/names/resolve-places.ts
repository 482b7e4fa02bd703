/** Which of the places of one name is meant: by the place around it, the countries of the report, rank and population. */
import { fold, type KnownPlace } from '../../catalogue/catalogue.js';
import { textOf } from '../doc.js';
import type { Book } from './book.js';
import { isNameLike } from './capitals.js';
import type { PlaceEntity } from './entities.js';
import { type FoundPlace, opensDateline } from './places.js';

/** Countries by how much the report speaks of them. */
export type CountryVotes = Map<string, number>;

/** Enough to outweigh three hundred times the population. */
const PER_VOTE = 0.8;
const MOST_VOTES = 4;

export function countryVotes(book: Book, found: readonly FoundPlace[]): CountryVotes {
  const votes: CountryVotes = new Map();
  const vote = (country: string | null | undefined, weight: number): void => {
    if (country) votes.set(country, (votes.get(country) ?? 0) + weight);
  };
  for (const place of found) {
    const [best, second] = place.candidates;
    if (!best) continue;
    const sure = best.precision === 'country' || !second || best.population > 20 * (second.population + 1);
    if (sure)
      vote(
        best.country,
        (best.precision === 'country' ? 1 : 0.7) * (opensDateline(book, place.first, place.last) ? 3 : 1),
      );
  }
  for (let i = 0; i < book.doc.tokens.length; i++) {
    if (isNameLike(book.doc, i)) vote(book.catalogue.demonym(fold(book.doc.tokens[i]!.text)), 0.7);
  }
  for (const { actor } of book.actorMentions) if (actor.kind === 'group') vote(actor.country, 0.3);
  return votes;
}

/** Makes the places of the report out of what was found, each name of one holder being one place. */
export function resolvePlaces(book: Book, found: readonly FoundPlace[]): void {
  const votes = countryVotes(book, found);
  const entities = new Map<string, PlaceEntity>();
  const chosen: PlaceEntity[] = new Array(found.length);
  const busy = new Set<number>();
  const resolve = (p: number): PlaceEntity => {
    const done = chosen[p];
    if (done) return done;
    const place = found[p]!;
    busy.add(p);
    const holder = place.container >= 0 && !busy.has(place.container) ? resolve(place.container) : null;
    busy.delete(p);
    const known = best(place, holder, votes);
    const name = place.names.at(-1)!;
    const key = known?.key ?? fold(name);
    let entity = entities.get(key);
    if (!entity) {
      entity = known
        ? knownPlace(known, name)
        : {
            id: '',
            key: null,
            name,
            precision: place.precision,
            country: null,
            lat: null,
            lon: null,
            mentions: [],
            within: null,
          };
      entities.set(key, entity);
    }
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
    const known = city && best({ ...found[p]!, candidates: city }, null, votes);
    if (known) chosen[p]!.within ??= entities.get(known.key) ?? knownPlace(known, known.name);
    settle(book, found, chosen, p, main);
  }
}

function knownPlace(known: KnownPlace, name: string): PlaceEntity {
  const { key, precision, country, lat, lon } = known;
  return {
    id: '',
    key,
    name: precision === 'country' || precision === 'region' ? known.name : name,
    precision,
    country,
    lat,
    lon,
    mentions: [],
    within: null,
  };
}

function best(place: FoundPlace, holder: PlaceEntity | null, votes: CountryVotes): KnownPlace | null {
  let chosen: KnownPlace | null = null;
  let most = -Infinity;
  for (const known of place.candidates) {
    let score =
      Math.log10(known.population + 10) +
      (known.precision === 'country' || known.precision === 'region' ? 10 : known.precision === 'province' ? 4 : 0);
    score += Math.min(MOST_VOTES, (known.country && votes.get(known.country)) || 0) * PER_VOTE;
    if (holder) {
      if (holder.country && holder.country === known.country) score += 6;
      else if (holder.country) score -= 3;
      if (holder.key && holder.key === known.region) score += 3;
    }
    if (score > most) [chosen, most] = [known, score];
  }
  return chosen;
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

/** The place with a country that was named last before in the same paragraph, or next in the same sentence. */
function nearest({ doc }: Book, found: readonly FoundPlace[], chosen: PlaceEntity[], p: number): PlaceEntity | null {
  const sentence = doc.tokens[found[p]!.first]!.sentence;
  const paragraphOf = (q: number): number => doc.sentences[doc.tokens[found[q]!.first]!.sentence]!.paragraph;
  for (let q = p - 1; q >= Math.max(0, p - 6) && paragraphOf(q) === paragraphOf(p); q--)
    if (chosen[q]!.country) return chosen[q]!;
  for (let q = p + 1; q < found.length && doc.tokens[found[q]!.first]!.sentence === sentence; q++)
    if (chosen[q]!.country) return chosen[q]!;
  return null;
}

export function mostVoted(votes: CountryVotes): string | null {
  let country: string | null = null;
  let most = 0;
  for (const [code, count] of votes) if (count > most) [country, most] = [code, count];
  return country;
}

/** The words of a mention, folded as the catalogue wants them. */
export const foldedText = (book: Book, first: number, last: number): string => fold(textOf(book.doc, first, last));
