/** What stands between two words: commas, and lists that go on. */
import type { Doc } from './doc.js';

/** Is there a comma, a dash, a colon or a joining word among the tokens [from, to)? */
export function commaBetween(doc: Doc, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^[,;:–—-]/.test(doc.tokens[i]!.text) || doc.tokens[i]!.pos === 'CC') return true;
  return false;
}

/** "malls, hotels and stations, the embassy said": from token i on a list ends with "and" before the comma of the speaker. */
export function listGoesOn({ tokens }: Doc, i: number, ceiling: number): boolean {
  if (tokens[i]!.capital || tokens[i]!.pos === 'DT') return false;
  let joined = false;
  for (let j = i; j < ceiling; j++) {
    if (tokens[j]!.lower === 'and' || tokens[j]!.lower === 'or') joined = true;
    else if (joined && tokens[j]!.text === ',') return true;
  }
  return false;
}
