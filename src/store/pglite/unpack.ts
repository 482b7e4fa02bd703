import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** POSIX ustar: headers and contents fill whole blocks. */
const BLOCK = 512;

/** Unpacks the template that `build-template` made: a gzipped ustar archive of folders and files with short names. */
export function unpack(archive: Uint8Array, folder: string): void {
  const tar = gunzipSync(archive);
  const field = (at: number, from: number, length: number) =>
    tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
  for (let at = 0; tar[at]; ) {
    const path = join(folder, field(at, 0, 100));
    const size = Number.parseInt(field(at, 124, 12), 8);
    if (field(at, 156, 1) === '5') mkdirSync(path, { recursive: true, mode: 0o700 });
    else writeFileSync(path, tar.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o600 });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
