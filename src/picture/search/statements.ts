/** The statements of a reading as they are searched for: title, quotes, who and what stands in them. */
import type { Reading, Span } from '../../reading/schema.js';
import type { StatementKind } from '../decision.js';
import type { Line } from '../line.js';
import type { AnyMention } from '../mention.js';
import { type Known, STATEMENT_LETTERS, STATEMENT_LISTS, withParents } from '../refs.js';
import { hasPage, rolesOf } from '../roles.js';
import type { EntityRef } from '../schema.js';
import { attributionTitle, lineTitle, mentionTitle } from '../statement-title.js';

export interface Searchable {
  /** `sha256:…#i1`. */
  statement: string;
  kind: StatementKind;
  /** The incident statement that an attribution is about. */
  of: string | null;
  title: string;
  /** Where it is said. */
  evidence: readonly Span[];
  /** Of an incident. */
  status: string | null;
  /** Who says so in the report; null: the report in its own voice. */
  by: EntityRef | null;
  /** Ids of the groups, other bodies and places in it, with what they belong to. */
  entities: readonly string[];
}

type Lettered = keyof typeof STATEMENT_LETTERS;
/** The list of a reading by the letter of its statements. */
const LISTS = new Map<string, (typeof STATEMENT_LISTS)[Lettered]>(
  Object.entries(STATEMENT_LETTERS).map(([kind, letter]) => [letter, STATEMENT_LISTS[kind as Lettered]]),
);

/** The spans of a statement of this reading; of an incident those of who is said to have done it too. */
export function evidenceOf(reading: Reading, statement: string): readonly Span[] {
  const own = statement.slice(statement.lastIndexOf('#') + 1);
  const list = LISTS.get(own[0] ?? '');
  if (list) return reading[list][Number(own.slice(1)) - 1]?.evidence ?? [];
  const incident = reading.incidents.find(({ id }) => id === own);
  const said = reading.attributions.filter((attribution) => attribution.incident === own);
  const spans = [incident, ...said].flatMap((one) => one?.evidence ?? []);
  return [...new Map(spans.map((span) => [span.join('-'), span])).values()];
}

/** All statements of a reading, from what was made of it before. */
export function searchables(
  reading: Reading,
  mentions: readonly AnyMention[],
  lines: readonly Line[],
  known: Known,
): Searchable[] {
  const entities = new Map<string, string[]>();
  for (const { statement, entity } of rolesOf(mentions, lines, known)) {
    const held = entities.get(statement) ?? [];
    held.push(entity, ...kinOf(entity, known));
    entities.set(statement, held);
  }
  const made = (
    { statement, ...rest }: Omit<Searchable, 'evidence' | 'entities'>,
    more: string[] = [],
  ): Searchable => ({
    statement,
    ...rest,
    evidence: evidenceOf(reading, statement),
    entities: [...new Set([...(entities.get(statement) ?? []), ...more])],
  });
  return [
    ...mentions.flatMap((mention): Searchable[] => {
      const { kind, statement } = mention;
      const title = mentionTitle(mention);
      if (mention.kind === 'warning') return [made({ statement, kind, of: null, title, status: null, by: null })];
      const places = mention.said.place.flatMap(({ value }) => [value.id, `country:${value.country}`]);
      return [
        made({ statement, kind, of: null, title, status: mention.said.status[0]?.value ?? null, by: null }),
        ...mention.said.attributions.flatMap(({ statement: own, value, by }) => {
          if (own === undefined) return [];
          const title = attributionTitle(mention, own);
          const who = [value.actor, value.by].flatMap((one) =>
            one && hasPage(one) ? [one.id, ...kinOf(one.id, known)] : [],
          );
          return [
            made({ statement: own, kind: 'attribution', of: statement, title, status: null, by: by ?? null }, [
              ...who,
              ...places,
            ]),
          ];
        }),
      ];
    }),
    ...lines.map((line) => {
      const { statement, by } = line.source;
      return made({ statement, kind: line.kind, of: null, title: lineTitle(line), status: null, by });
    }),
  ];
}

/** What a group is a branch of. */
function kinOf(id: string, known: Known): string[] {
  const actor = known.actor(id);
  return actor?.kind === 'group' ? withParents({ id, kind: 'group', name: actor.name }, known).slice(1) : [];
}
