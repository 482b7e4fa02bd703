// The development texts with their keys, read from ../shared; nothing of them is kept in the repository.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMessages } from '../../dist/exchange/muc4/layout.js';
import { prepare } from '../../dist/exchange/muc4/text.js';

const SHARED = new URL('../../../shared/', import.meta.url).pathname;
const scorerModule = await import(`${SHARED}eval/muc4.mjs`);
const { parseTemplates, createScorer } = scorerModule;

export { createScorer, parseTemplates };

const read = (path) => readFileSync(join(SHARED, 'data/muc4', path), 'latin1');

/** { texts, keys }: prepared texts and the key's templates by message. */
export function load(set) {
  const files = readdirSync(join(SHARED, 'data/muc4', set)).filter((name) => !name.includes('info'));
  const texts = files
    .filter((name) => !name.startsWith('key'))
    .flatMap((name) => readMessages(read(`${set}/${name}`)))
    .map(prepare);
  const all = files.filter((name) => name.startsWith('key')).flatMap((name) => parseTemplates(read(`${set}/${name}`)));
  const keys = new Map();
  for (const key of all) keys.set(key.message, [...(keys.get(key.message) ?? []), ...(key.id === '*' ? [] : [key])]);
  return { texts, keys, all };
}

/** Which of five folds a message is in: blocks of ten in turn, since neighbours tell of the same incidents. */
export const foldOf = (id) => Math.floor(Number(id.slice(-4)) / 20) % 5;

/** Prints a score slot by slot. */
export const report = (score) => console.log(scorerModule.report(score, true));
