/** Four texts of our own with the facts that a careful reader takes from them: the main ones must be read. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../../src/reading/read.js';

const DIR = new URL('./dev/', import.meta.url);
const open = (file: string): string => readFileSync(new URL(file, DIR), 'utf8');

interface Gold {
  warnings: { issuer: string[]; optional: boolean }[];
  threats: { actor: string[] | null; type: string[] }[];
  relations: { from: string[]; type: string[]; to: string[] }[];
}

function readingOf(name: string) {
  const { published, publisher } = JSON.parse(open(`${name}.meta.json`)) as { published: string; publisher: string };
  const result = read({
    id: 'sha256:0',
    file: `${name}.txt`,
    title: null,
    published,
    publisher,
    url: null,
    language: 'en',
    text: open(`${name}.txt`),
  });
  /** Every name of an actor or place, by id, folded. */
  const names = new Map<string, string[]>([
    ...result.actors.map(({ id, name: own, aliases }) => [id, [own, ...aliases]] as [string, string[]]),
    ...result.places.map(
      ({ id, name: own, mentions }) =>
        [id, [own, ...mentions.map(([start, end]) => result.report.text.slice(start, end))]] as [string, string[]],
    ),
  ]);
  const called = (id: string | null, text: string | null = null): string[] =>
    [...(id === null ? [] : (names.get(id) ?? [])), ...(text === null ? [] : [text])].map((words) =>
      words.toLowerCase(),
    );
  return { ...result, called };
}

const agree = (gold: readonly string[], got: readonly string[]): boolean =>
  gold.some((name) => got.some((words) => words === name.toLowerCase() || words.includes(name.toLowerCase())));

/** Least numbers of gold facts that must be found, of each kind. */
const LEAST: [name: string, warnings: number, threats: number, relations: number][] = [
  ['claim-khyber', 2, 1, 5],
  ['note-haqqani', 0, 1, 10],
  ['anniversary-manchester', 2, 1, 1],
  ['profile-abusayyaf', 0, 0, 10],
];

describe.each(LEAST)('%s', (name, warnings, threats, relations) => {
  const gold = JSON.parse(open(`${name}.json`)) as Gold;
  const got = readingOf(name);

  test('tells who warned', () => {
    const found = gold.warnings.filter(({ issuer }) => got.warnings.some((w) => agree(issuer, got.called(w.issuer))));
    expect(found.length).toBeGreaterThanOrEqual(warnings);
    expect(got.warnings.length).toBeLessThanOrEqual(gold.warnings.length);
  });

  test('tells who threatens', () => {
    const found = gold.threats.filter(({ actor, type }) =>
      got.threats.some(
        (t) => type.includes(t.type) && (actor === null ? t.actor === null : agree(actor, got.called(t.actor))),
      ),
    );
    expect(found.length).toBeGreaterThanOrEqual(threats);
  });

  test('ties groups, people and places', () => {
    const found = gold.relations.filter(({ from, type, to }) =>
      got.relations.some((r) => {
        const [one, other] = [got.called(r.from), got.called(r.to, r.toText)];
        const mutual = /^(?:ally-of|rival-of|also-known-as)$/.test(r.type);
        return (
          type.includes(r.type) &&
          ((agree(from, one) && agree(to, other)) || (mutual && agree(from, other) && agree(to, one)))
        );
      }),
    );
    expect(found.length).toBeGreaterThanOrEqual(relations);
  });
});
