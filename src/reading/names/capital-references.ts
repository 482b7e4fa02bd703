/** "the Afghan capital", "the city", "the airport": places spoken of without their name. */
import { fold } from '../../catalogue/catalogue.js';
import { perForm } from '../forms.js';
import type { Book } from './book.js';
import type { PlaceEntity, PlaceMention } from './entities.js';

const REFERENCES: ReadonlyMap<string, readonly PlaceEntity['precision'][]> = new Map([
  ['capital', ['city']],
  ['city', ['city']],
  ['town', ['city']],
  ['village', ['city']],
]);

const referring = perForm(({ lower }) => REFERENCES.get(lower) ?? null);

/**
 * Adds mentions of places by "capital", "city", "town", and so on.
 * @param country the country that the report is most about
 */
export function findCapitalReferences(book: Book, country: string | null): void {
  const { doc, catalogue, taken } = book;
  const { tokens } = doc;
  const byKey = new Map<string, PlaceEntity>();
  for (const { place } of book.placeMentions) if (place.key) byKey.set(place.key, place);
  const added: PlaceMention[] = [];
  let last: PlaceEntity | null = null;
  const sites = new Map<string, PlaceEntity>();
  let m = 0;
  for (let i = 0; i < tokens.length; i++) {
    while (m < book.placeMentions.length && book.placeMentions[m]!.first < i) {
      const { place, last: end } = book.placeMentions[m++]!;
      if (place.precision === 'site') sites.set(tokens[end - 1]!.lower, place);
      if (place.precision === 'city') last = place;
    }
    if (taken[i]) continue;
    const { form, lower, sentence } = tokens[i]!;
    const precisions = referring(form);
    if (!precisions && !(sites.size && sites.has(lower))) continue;
    const next = tokens[i + 1];
    if (next && next.sentence === sentence && /^NN/.test(next.pos)) continue;
    const before = tokens[i - 1];
    if (before?.sentence !== sentence) continue;
    let place: PlaceEntity | null = null;
    let first = i;
    if (lower === 'capital') {
      const nation =
        catalogue.demonym(fold(before.text)) ??
        (before.pos === 'POS' ? (catalogue.placesNamed(fold(tokens[i - 2]?.text ?? ''))[0]?.country ?? null) : null);
      // "Ouagadougou, the capital of Burkina Faso" and "Sanaa, the capital" are the city already named.
      if (tokens[i - 2]?.text === ',' && book.placeMentions[m - 1]?.last === i - 2) continue;
      if (!nation && before.lower !== 'the') continue;
      if (nation) first = before.pos === 'POS' ? i - 2 : i - 1;
      place = capitalOf(book, nation ?? last?.country ?? country, byKey);
    } else if (!precisions) {
      if (before.lower !== 'the' || next?.lower === 'of' || next?.lower === 'in') continue;
      place = sites.get(lower)!;
    } else if (before.lower === 'the' || before.lower === 'that') {
      if (next?.lower === 'of') continue;
      place = last && precisions.includes(last.precision) ? last : null;
    }
    if (!place) continue;
    place.mentions.push({ first, last: i + 1 });
    added.push({ place, first, last: i + 1 });
  }
  if (!added.length) return;
  book.placeMentions.push(...added);
  book.placeMentions.sort((a, b) => a.first - b.first);
}

function capitalOf({ catalogue }: Book, country: string | null, byKey: Map<string, PlaceEntity>): PlaceEntity | null {
  if (!country) return null;
  for (const name of catalogue.government(country).metonyms) {
    const known = catalogue
      .placesNamed(fold(name))
      .find((place) => place.precision === 'city' && place.country === country);
    if (!known) continue;
    const place = byKey.get(known.key) ?? {
      id: '',
      key: known.key,
      name: known.name,
      precision: known.precision,
      country,
      lat: known.lat,
      lon: known.lon,
      mentions: [],
      within: null,
    };
    byKey.set(known.key, place);
    return place;
  }
  return null;
}
