/**
 * JSON that is kept deflated: most of a reading is the names of its slots, which are the same in every one. PostgreSQL
 * compresses no row below 2 kB, and what it compresses it compresses by itself.
 */
import { readFileSync } from 'node:fs';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ColumnType, KyselyPlugin, PluginTransformResultArgs } from 'kysely';

/** A column of JSON as it was written, deflated; kysely gives what it says. */
export type Packed<T> = ColumnType<T, Buffer, Buffer>;

/**
 * What a value often has, the most frequent last (RFC 1951 has none: zlib's dictionary). Every value in every store was
 * written with it: it is never changed, and another would get a number of its own in the first byte.
 */
const DICTIONARY = readFileSync(new URL('packed-1.txt', import.meta.url));
const NUMBER = 1;

export function pack(json: string): Buffer {
  return Buffer.concat([Buffer.of(NUMBER), deflateRawSync(json, { dictionary: DICTIONARY, level: 4, memLevel: 5 })]);
}

export function unpack(packed: Buffer): unknown {
  if (packed[0] !== NUMBER) throw new Error('a value in the database was not written by this program');
  return JSON.parse(inflateRawSync(packed.subarray(1), { dictionary: DICTIONARY }).toString());
}

/** The columns that are kept so, and the names under which queries give them. */
const PACKED = ['statements', 'feature', 'tally', 'summary', 'data', 'before'];

/** Gives the values of packed columns. */
export class Unpacking implements KyselyPlugin {
  transformQuery: KyselyPlugin['transformQuery'] = ({ node }) => node;

  async transformResult({ result }: PluginTransformResultArgs) {
    for (const row of result.rows)
      for (const name of PACKED) if (row[name] instanceof Uint8Array) row[name] = unpack(row[name] as Buffer);
    return result;
  }
}
