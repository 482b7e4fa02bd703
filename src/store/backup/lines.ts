import { StoreError } from '../error.js';

/** Longer than any line of a backup: a report has at most ten megabytes. */
const LONGEST = 256 * 1024 * 1024;

/** Cuts a stream of UTF-8 into its lines, without their line feeds; what follows the last line feed is a line too. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(10); to !== -1; to = chunk.indexOf(10, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, to)]).toString('utf8');
      parts = [];
      length = 0;
      from = to + 1;
    }
    parts.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST) throw new StoreError('a line is too long for a backup');
  }
  if (length > 0) yield Buffer.concat(parts).toString('utf8');
}
