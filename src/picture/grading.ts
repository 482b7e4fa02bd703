/**
 * Admiralty grades (NATO AJP-2.1): how far a source can be relied on, A to F, which only a person says; and how
 * credible what it says is, 1 to 6, which the table below proposes and a person settles.
 */
import type { Credibility, Reliability } from './decision.js';
import type { EntityRef } from './schema.js';

/** What the proposal of a credibility rests on. */
export interface GradeFacts {
  /** Independent origins that say so, its own included: ten copies of one story are one. */
  origins: number;
  /** Independent origins that say otherwise. */
  against: number;
  /** Who says so in the report; null: the report in its own voice, which is first hand. */
  by: EntityRef | null;
  publisher: string | null;
  reliability: Reliability;
  /** What people decided on other statements of this publisher. */
  record: { accepted: number; rejected: number };
}

/** A record counts from so many decided statements on. */
const RECORD = 5;
const decided = ({ record }: GradeFacts) => record.accepted + record.rejected;
const authority = ({ by }: GradeFacts) => by?.kind === 'government' || by?.kind === 'agency';

type Row = readonly [grade: Credibility, says: string, holds: (facts: GradeFacts) => boolean];

/** The first row that holds is the proposal. */
export const CREDIBILITY_RULES: readonly Row[] = [
  [5, 'more independent origins say otherwise than say so', ({ origins, against }) => against > origins],
  [4, 'as many independent origins say otherwise as say so', ({ origins, against }) => against === origins],
  [1, 'three independent origins or more say so, and none says otherwise', (f) => f.origins >= 3 && f.against === 0],
  [2, 'more independent origins say so than say otherwise', ({ origins }) => origins >= 2],
  [
    4,
    'one origin, of whose publisher more statements were rejected than accepted',
    (f) => decided(f) >= RECORD && f.record.rejected > f.record.accepted,
  ],
  [4, 'one origin, whose publisher is graded D or E', ({ reliability }) => reliability === 'D' || reliability === 'E'],
  [2, 'one origin at first hand, whose publisher is graded A or B', (f) => f.by === null && /[AB]/.test(f.reliability)],
  [3, 'one origin, which quotes a government or one of its bodies', authority],
  [4, 'one origin, which has it from another', ({ by }) => by !== null],
  [6, 'one origin, and who published it is not known', ({ publisher }) => publisher === null],
  [3, 'one origin, at first hand', () => true],
];

/** The credibility that the rules propose, and why. */
export function proposeCredibility(facts: GradeFacts): { proposed: Credibility; reasons: string[] } {
  const [grade, says] = CREDIBILITY_RULES.find(([, , holds]) => holds(facts)) ?? [6, 'nothing is known of it'];
  const { by, reliability, record, origins, against } = facts;
  return {
    proposed: grade,
    reasons: [
      says,
      `${counted(origins, 'independent origin')} for it, ${against} against it`,
      by === null ? 'said by the report itself' : `said by ${by.name}`,
      reliability === 'F' ? 'its publisher is not graded' : `its publisher is graded ${reliability}`,
      ...(decided(facts) > 0 ? [`of its publisher ${record.accepted} accepted, ${record.rejected} rejected`] : []),
    ],
  };
}

const counted = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
