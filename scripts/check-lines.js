// A file is about one thing and reads in one sitting: no source file may be longer than this.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MOST_LINES = 500;
const SOURCE = /\.(?:ts|tsx|js|css)$/;

const long = ['src', 'web', 'test', 'bench', 'scripts', 'bin']
  .flatMap((root) => readdirSync(root, { recursive: true }).map((name) => join(root, name)))
  .filter((path) => SOURCE.test(path))
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n').length }))
  .filter(({ lines }) => lines > MOST_LINES);

for (const { path, lines } of long) console.error(`${path}: ${lines} lines, more than ${MOST_LINES}`);
process.exitCode = long.length ? 1 : 0;
