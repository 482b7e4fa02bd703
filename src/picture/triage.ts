/**
 * The order in which statements wait for a person. The first row that holds says where a statement stands; all rows
 * that hold are its reasons. Within a row the newest report comes first.
 */
import type { StatementKind } from './decision.js';
import type { Line } from './line.js';
import type { IncidentMention, WarningMention } from './mention.js';

/** What of a statement the order looks at. */
export interface Waiting {
  kind: StatementKind;
  statement: string;
  /** The incident statement that an attribution is about. */
  of: string | null;
  /** Status of an incident, stance of an attribution, type of a threat or a response. */
  word: string | null;
  /** Said by someone whom the report names, not in its own voice. */
  hearsay: boolean;
}

type Row = readonly [says: string, holds: (statement: Waiting) => boolean];

/** The order, the most urgent first. */
export const TRIAGE_ORDER: readonly Row[] = [
  ['a warning', ({ kind }) => kind === 'warning'],
  ['a threat', ({ kind }) => kind === 'threat'],
  ['a plan or a threat to attack', is('incident', 'planned', 'threatened')],
  ['an attack stopped or failed', is('incident', 'foiled', 'attempted')],
  ['whether it happened is in doubt', is('incident', 'alleged')],
  ['who did it is in doubt or denied', is('attribution', 'accused', 'suspected', 'possible', 'denied')],
  ['told by another than the report itself', ({ hearsay, kind }) => hearsay && kind !== 'relation'],
  ['an attack', ({ kind }) => kind === 'incident'],
  ['who did it', ({ kind }) => kind === 'attribution'],
  ['a response', ({ kind }) => kind === 'response'],
  ['how groups stand to one another', ({ kind }) => kind === 'relation'],
];

function is(kind: StatementKind, ...words: string[]): Row[1] {
  return (statement) => statement.kind === kind && words.includes(statement.word ?? '');
}

/** Where a statement stands in the order (from 0), and why. */
export function triageOf(statement: Waiting): { rank: number; reasons: string[] } {
  const held = TRIAGE_ORDER.flatMap(([says, holds], rank) => (holds(statement) ? [{ says, rank }] : []));
  return { rank: held[0]?.rank ?? TRIAGE_ORDER.length, reasons: held.map(({ says }) => says) };
}

/** The statements of a report that wait for a person, in the order of its text. */
export function waitingOf(mentions: readonly (IncidentMention | WarningMention)[], lines: readonly Line[]): Waiting[] {
  return [
    ...mentions.flatMap((mention): Waiting[] => {
      const { kind, statement } = mention;
      if (mention.kind === 'warning') return [{ kind, statement, of: null, word: null, hearsay: false }];
      const status = mention.said.status[0]?.value ?? null;
      return [
        { kind, statement, of: null, word: status, hearsay: false },
        ...mention.said.attributions.flatMap(({ statement: own, value, by }): Waiting[] =>
          own === undefined
            ? []
            : [{ kind: 'attribution', statement: own, of: statement, word: value.stance, hearsay: by != null }],
        ),
      ];
    }),
    ...lines.map(
      ({ kind, line, source }): Waiting => ({
        kind,
        statement: source.statement,
        of: null,
        word: line.type,
        hearsay: source.by !== null,
      }),
    ),
  ];
}
