/**
 * Origins: which reports are copies of one story. Two reports are copies where most of their runs of five words are the
 * same, or where one stands whole inside the other (Broder 1997: resemblance and containment of shingles).
 *
 * In the order of their hashes, which is the same in whatever order they came, each report follows the first of those
 * that lead an origin whose copy it is; one that is a copy of none of them leads an origin of its own. So the thousandth
 * copy of a story is compared with the one that leads it, not with a thousand. Of all leaders with one fingerprint in
 * common only the first few are looked at: what more have is a footer or a standing phrase, and a copy has other
 * fingerprints of the report that it is a copy of.
 */
import { fold } from '../catalogue/fold.js';
import { hash32 } from './keys.js';

/** Words a shingle. */
const RUN = 5;
/** Words a fingerprint: so many that "claimed responsibility for the attack" is none that half of all reports share. */
const LONG_RUN = 10;
/** Of all long runs, those whose hash is a multiple of this are kept to find candidates by (Manber 1994). */
const SAMPLE = 16;
/** Of short reports the smallest hashes, so that every report has some. */
const LEAST = 8;
/** Of a very long report no more than this many. */
const MOST = 256;
/** Of the leaders that have one fingerprint, the first so many in the order of hashes are found by it. */
export const FOUND_BY_ONE = 8;
/** Shingles in common, of all that either has, from which two reports are near-copies. */
const RESEMBLANCE = 0.5;
/** Of the shorter report's shingles, those that the longer one has too, from which it stands whole inside. */
const CONTAINMENT = 0.8;
/** A report quoted whole makes at least this part of a copy of it; in a digest of many stories it makes less. */
const PART = 1 / 3;

/** Where a report stands in the order of hashes: the first 52 bits of its id. */
export function originRank(report: string): number {
  return Number.parseInt(report.slice('sha256:'.length, 'sha256:'.length + 13), 16);
}

/** The shingles of a text, as a set of 32-bit hashes; of a text shorter than one shingle, the whole is one. */
export function shingles(text: string): Set<number> {
  return runs(text, RUN);
}

function runs(text: string, length: number): Set<number> {
  const words = fold(text).split(' ');
  const hashes = words.map(hash32);
  const found = new Set<number>();
  for (let at = 0; at <= Math.max(0, words.length - length); at++) {
    let hash = 0;
    for (let index = at; index < Math.min(at + length, words.length); index++)
      hash = (Math.imul(hash, 31) + (hashes[index] ?? 0)) | 0;
    found.add(mix(hash));
  }
  return found;
}

/** The few long runs of a text that are kept to find its copies by, ascending. */
export function fingerprints(text: string): number[] {
  const ascending = [...runs(text, LONG_RUN)].sort((a, b) => a - b);
  const sampled = ascending.filter((hash) => hash % SAMPLE === 0).slice(0, MOST);
  const more = ascending.filter((hash) => hash % SAMPLE !== 0).slice(0, Math.max(0, LEAST - sampled.length));
  return [...sampled, ...more].sort((a, b) => a - b);
}

/** Whether so many fingerprints in common are worth a look at the texts. */
export function maybeCopies(a: readonly number[], b: readonly number[]): boolean {
  const other = new Set(b);
  const common = a.filter((hash) => other.has(hash)).length;
  return common > 0 && common >= Math.min(a.length, b.length) / 4;
}

/** Whether two reports are of one origin. */
export function isCopy(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const hash of short) if (long.has(hash)) common++;
  const resemblance = common / (short.size + long.size - common);
  return resemblance >= RESEMBLANCE || (common >= CONTAINMENT * short.size && short.size >= PART * long.size);
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) | 0;
}
