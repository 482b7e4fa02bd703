import type { Precision } from '../../reading/vocabulary.js';
import type { Countries } from '../countries.js';
import type { KnownPlace } from '../schema.js';
import type { Gazetteer } from './gazetteer.js';

/** Words that after a name say what kind of place it is ("Diyala province"), and the precisions of that kind. */
const KINDS: Record<string, readonly Precision[]> = {
  ...kinds('province state governorate region department oblast prefecture wilaya division emirate krai', [
    'province',
    'region',
  ]),
  ...kinds('district county municipality subdistrict agency tehsil commune canton', ['district']),
  ...kinds('city town village township', ['city']),
  ...kinds('neighborhood neighbourhood suburb quarter', ['district']),
};

function kinds(words: string, precisions: readonly Precision[]): Record<string, readonly Precision[]> {
  return Object.fromEntries(words.split(' ').map((word) => [word, precisions]));
}

const NONE: readonly KnownPlace[] = [];

/** The look-up by name over countries, areas and the gazetteer, the likeliest first. */
export function placesNamed(countries: Countries, gazetteer: Gazetteer): (folded: string) => readonly KnownPlace[] {
  const plain = (folded: string): readonly KnownPlace[] => {
    const known = countries.named.get(folded);
    const more = gazetteer.named(folded);
    if (!known) return more;
    return more.length === 0 ? known : [...known, ...more];
  };
  const lookUp = (folded: string): readonly KnownPlace[] => {
    const found = plain(folded);
    if (found.length > 0) return found;
    const space = folded.lastIndexOf(' ');
    const kind = space < 0 ? undefined : KINDS[folded.slice(space + 1)];
    return kind ? ofKind(plain(folded.slice(0, space)), kind) : NONE;
  };
  /** Most look-ups are of words that name no place, again and again. */
  const kept = new Map<string, readonly KnownPlace[]>();
  return (folded) => {
    const known = kept.get(folded);
    if (known) return known;
    const found = lookUp(folded);
    if (folded.length > LONGEST_KEPT) return found;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(folded, found);
    return found;
  };
}

const MOST_KEPT = 50_000;
const LONGEST_KEPT = 60;

/** Those of the kind; where a district is not known by itself, the town that it is called after. */
function ofKind(places: readonly KnownPlace[], kind: readonly Precision[]): readonly KnownPlace[] {
  const exact = places.filter(({ precision }) => kind.includes(precision));
  if (exact.length > 0 || !kind.includes('district')) return exact;
  return places.filter(({ precision }) => precision === 'city' || precision === 'province');
}
