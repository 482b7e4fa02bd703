/** The places of the MUC-4 location list, each with what it lies in. */
import { readFileSync } from 'node:fs';

/** "COLOMBIA", "ANTIOQUIA (DEPARTMENT)", "MEDELLIN (CITY)": from the country down. */
export type Path = readonly string[];

export interface Gazetteer {
  /** All paths that end in a place of this name, upper case. */
  named(name: string): readonly Path[];
  /** Is there a path of these parts? */
  has(path: Path): boolean;
  /** Words of the longest name that begins with this word. */
  longest(word: string): number;
}

let loaded: Gazetteer | null = null;

export function loadGazetteer(): Gazetteer {
  loaded ??= build(
    readFileSync(new URL('places.tsv', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n'),
  );
  return loaded;
}

/** The name of "MEDELLIN (CITY)". */
export const nameOf = (part: string): string => part.replace(/\s*\([^)]*\)$/, '');
/** The kind of "MEDELLIN (CITY)", or "". */
export const kindOf = (part: string): string => /\(([^)]*)\)$/.exec(part)?.[1] ?? '';

function build(lines: readonly string[]): Gazetteer {
  const byName = new Map<string, Path[]>();
  const longest = new Map<string, number>();
  const all = new Set<string>();
  const add = (name: string, path: Path): void => {
    byName.set(name, [...(byName.get(name) ?? []), path]);
    const words = name.split(' ');
    longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, words.length));
  };
  for (const line of lines) {
    const path = line.split(': ');
    all.add(line);
    const name = nameOf(path.at(-1)!);
    add(name, path);
    // "LA LIBERTAD" is also called "LIBERTAD".
    const short = name.replace(/^(?:EL|LA|LOS|LAS) /, '');
    if (short !== name && short.length > 4) add(short, path);
  }
  return {
    named: (name) => byName.get(name) ?? [],
    has: (path) => all.has(path.join(': ')),
    longest: (word) => longest.get(word) ?? 0,
  };
}
