// Copies the data files that stand beside the code (lexicons, lists, SQL) to where the compiled code looks for them.
import { cpSync } from 'node:fs';
import { extname } from 'node:path';

const DATA = new Set(['', '.json', '.tsv', '.sql', '.txt']);
cpSync('src', 'dist', { recursive: true, filter: (from) => DATA.has(extname(from)) });
