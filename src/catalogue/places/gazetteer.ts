import { readFileSync } from 'node:fs';
import { PRECISIONS } from '../../reading/vocabulary.js';
import type { KnownPlace } from '../schema.js';
import { type Columns, firstWordMark, type Header, hash, NO_REGION, unpack } from './format.js';

/** Cities, districts and first-level regions, as `npm run build:places` made them of GeoNames. */
export interface Gazetteer {
  /** The place with this key, or undefined. */
  place(key: string): KnownPlace | undefined;
  /** The places of this folded name, the likeliest first. */
  named(folded: string): readonly KnownPlace[];
  /** Most words in any name that begins with this folded word; 0 where none does. */
  longestFrom(word: string): number;
  longest: number;
}

const FILE = new URL('../../../dist/catalogue/places.bin', import.meta.url);
const NONE: readonly KnownPlace[] = [];

/** Reads places.bin. Throws where it has not been built. */
export function loadGazetteer(file = FILE): Gazetteer {
  let bytes: Buffer<ArrayBuffer>;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Error('The places are not built yet: run `npm run build:places`.', { cause: error });
  }
  const { header, columns } = unpack(bytes);
  const places = new Map<number, KnownPlace>();
  const names = new Map<string, readonly KnownPlace[]>();
  const at = (index: number): KnownPlace => {
    const known = places.get(index) ?? placeAt(header, columns, index);
    places.set(index, known);
    return known;
  };
  return {
    place(key) {
      const index = key.startsWith('geonames:') ? cityIndex(header, columns, key) : keyedIndex(header, columns, key);
      return index < 0 ? undefined : at(index);
    },
    named(folded) {
      const known = names.get(folded);
      if (known) return known;
      const found = indexesNamed(columns, folded);
      if (found.length === 0) return NONE;
      const list = found.map(at);
      names.set(folded, list);
      return list;
    },
    longestFrom: (word) => longestFrom(columns.firstWord, word),
    longest: header.longest,
  };
}

function indexesNamed({ bucket, low, check, place }: Columns, folded: string): number[] {
  const { first, second } = hash(folded);
  const found: number[] = [];
  const end = bucket[(first >>> 16) + 1] ?? 0;
  for (let i = bucket[first >>> 16] ?? end; i < end; i++)
    if (low[i] === (first & 0xffff) && check[i] === (second & 0xffff)) found.push(place[i] ?? 0);
  return found;
}

function longestFrom(slots: Uint32Array, word: string): number {
  const { first, second } = hash(word);
  const mark = firstWordMark(second);
  for (let at = first % slots.length; ; at = (at + 1) % slots.length) {
    const slot = slots[at] ?? 0;
    if (slot === 0) return 0;
    if (((slot & 0xfffffff0) | 0x10) >>> 0 === mark) return slot & 0xf;
  }
}

function placeAt(header: Header, columns: Columns, index: number): KnownPlace {
  const number = (column: keyof Columns) => columns[column][index] ?? 0;
  const region = number('region');
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  return {
    key: keyAt(header, columns, index),
    name: textAt(columns.names, columns.name, index),
    precision: PRECISIONS[number('precision')] ?? 'city',
    country: header.countries[number('country')] ?? null,
    region: region === NO_REGION ? null : keyAt(header, columns, region),
    lat: round(number('lat')),
    lon: round(number('lon')),
    population: number('population'),
  };
}

function keyAt({ keyed }: Header, { keys, id }: Columns, index: number): string {
  return index < keyed ? textAt(keys, id, index, keyed) : `geonames:${id[index]}`;
}

function textAt(text: Uint8Array, starts: Uint32Array, index: number, count = starts.length): string {
  const end = index + 1 < count ? starts[index + 1] : text.length;
  return new TextDecoder().decode(text.subarray(starts[index], end));
}

function keyedIndex(header: Header, columns: Columns, key: string): number {
  return search(0, header.keyed, (index) => {
    const other = keyAt(header, columns, index);
    return other < key ? -1 : Number(other > key);
  });
}

function cityIndex({ keyed }: Header, { id }: Columns, key: string): number {
  const wanted = Number(key.slice('geonames:'.length));
  return search(keyed, id.length, (index) => (id[index] ?? 0) - wanted);
}

/** Index in [first, end) at which `compare` gives 0, by halving; -1 where there is none. */
function search(first: number, end: number, compare: (index: number) => number): number {
  let low = first;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = compare(middle);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
