/**
 * places.bin: the places of the world in one buffer, searched where it lies.
 * Four bytes give the length of the header, which is JSON; then follow the columns, each from a multiple of eight.
 * Places with a key of their own (regions, districts, the supplement's) come first, sorted by key; then the cities,
 * sorted by their GeoNames id. Names are looked up by a 48-bit hash of their folded form: with some 500,000 names a
 * wrong hit is to be expected once in a thousand million look-ups.
 */

/** The columns in their order: one element a place, a name, a bucket or a slot. */
export const COLUMNS = {
  /** Degrees. */
  lat: Float32Array,
  lon: Float32Array,
  /** Inhabitants; of regions and districts those of their cities. */
  population: Uint32Array,
  /** Of cities: the GeoNames id. Of the others: where in `keys` their key begins. */
  id: Uint32Array,
  /** Where in `names` its name begins; a name ends where the next begins. */
  name: Uint32Array,
  /** Index of its first-level region among the places; NO_REGION where there is none. */
  region: Uint16Array,
  /** Index into the header's countries. */
  country: Uint8Array,
  /** Index into PRECISIONS. */
  precision: Uint8Array,
  /** Names by hash: where those with these upper 16 bits begin. */
  bucket: Uint32Array,
  /** Lower 16 bits of a name's first hash, and its second hash: 32 bits of check. */
  low: Uint16Array,
  check: Uint16Array,
  /** The place of that name; of one name the likeliest first. */
  place: Uint32Array,
  /** First words of names: 28 bits of their hash and 4 of how many words the longest name from them has; 0 is free. */
  firstWord: Uint32Array,
  /** UTF-8. */
  names: Uint8Array,
  keys: Uint8Array,
} as const;

export type Columns = { [Name in keyof typeof COLUMNS]: InstanceType<(typeof COLUMNS)[Name]> };

export interface Header {
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  /** How many places have a key of their own. */
  keyed: number;
  /** Most words in any name. */
  longest: number;
  /** Elements in each column. */
  lengths: Record<keyof typeof COLUMNS, number>;
}

export const NO_REGION = 0xffff;

const align = (offset: number) => Math.ceil(offset / 8) * 8;
const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** The file's bytes. */
export function pack(header: Omit<Header, 'lengths'>, columns: Columns): Uint8Array {
  const lengths = Object.fromEntries(names.map((name) => [name, columns[name].length]));
  const head = new TextEncoder().encode(JSON.stringify({ ...header, lengths }));
  let end = align(4 + head.length);
  const starts = names.map((name) => {
    const start = end;
    end = align(start + columns[name].byteLength);
    return start;
  });
  const bytes = new Uint8Array(end);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  names.forEach((name, i) => {
    const column = columns[name];
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), starts[i] ?? 0);
  });
  return bytes;
}

/** Header and columns of the file's bytes, not copied. */
export function unpack({ buffer, byteOffset }: Uint8Array<ArrayBuffer>): { header: Header; columns: Columns } {
  const length = new DataView(buffer, byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, byteOffset + 4, length))) as Header;
  let end = align(4 + length);
  const views = names.map((name) => {
    const column = new COLUMNS[name](buffer, byteOffset + end, header.lengths[name]);
    end = align(end + column.byteLength);
    return [name, column];
  });
  return { header, columns: Object.fromEntries(views) as Columns };
}

/** Two hashes of a folded name (FNV-1a, and a multiply-rotate of other constants), as unsigned 32-bit numbers. */
export function hash(name: string): { first: number; second: number } {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(((second << 13) | (second >>> 19)) ^ unit, 0x85ebca6b);
  }
  return { first: mix(first), second: mix(second) };
}

/** Spreads every bit over all (the finalizer of MurmurHash3). */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Slot value of a first word, without the number of words; never 0. */
export function firstWordMark(second: number): number {
  return ((second & 0xfffffff0) | 0x10) >>> 0;
}
