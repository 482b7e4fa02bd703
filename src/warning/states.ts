/**
 * The duty to warn as a state machine (ICD 191, 2015; the Osman practice of the UK; 7 FAM 052). The table below is the
 * only place that says which step leads where and who may take it: the store, the API and docs/warning.md follow it.
 */
import type { Action } from './people.js';

export const CASE_STATES = [
  'proposed',
  'below-threshold',
  'drafting',
  'waiver-proposed',
  'waived',
  'submitted',
  'approved',
  'released',
  'released-unapproved',
  'disputed',
  'cancelled',
  'expired',
  'closed',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What a step has to bring: words of a person, the judgement of each test, and so on. Every step has who and when. */
export type Needs = 'why' | 'assessment' | 'waiver' | 'draft' | 'kind' | 'outcome';

/**
 * One step. `another`: it must be taken by somebody other than who took the named step last (two people). `machine`:
 * `may`: the desk's own clock or reader may take it too; `only`: nobody else may.
 * `to: 'before-revise'` goes back to where the case stood when its revision was begun.
 */
export interface Transition {
  step: string;
  from: readonly CaseState[];
  to: CaseState | 'before-revise';
  action: Action;
  needs: readonly Needs[];
  another?: readonly string[];
  machine?: 'may' | 'only';
  says: string;
}

const OPEN = ['drafting', 'waiver-proposed', 'submitted', 'approved'] as const;
const ENDED = ['below-threshold', 'waived', 'cancelled', 'expired', 'closed'] as const;

export const TRANSITIONS = [
  {
    step: 'attach',
    from: ['proposed'],
    to: 'drafting',
    action: 'draft',
    needs: ['assessment', 'why'],
    says: 'The threshold is met: the duty to warn attaches. Doubt is settled in favour of warning.',
  },
  {
    step: 'set-aside',
    from: ['proposed'],
    to: 'below-threshold',
    action: 'draft',
    needs: ['assessment', 'why'],
    says: 'Below the threshold; kept, and opened again by new reporting.',
  },
  {
    step: 'propose-waiver',
    from: ['drafting'],
    to: 'waiver-proposed',
    action: 'draft',
    needs: ['waiver', 'why'],
    says: 'One of the grounds a to f stands against warning; with the evidence.',
  },
  {
    step: 'grant-waiver',
    from: ['waiver-proposed'],
    to: 'waived',
    action: 'approve',
    needs: ['why'],
    another: ['propose-waiver'],
    says: 'Another than who proposed it grants the waiver; recorded, reviewable.',
  },
  {
    step: 'refuse-waiver',
    from: ['waiver-proposed'],
    to: 'drafting',
    action: 'approve',
    needs: ['why'],
    another: ['propose-waiver'],
    says: 'Another than who proposed it refuses the waiver: the duty stands.',
  },
  {
    step: 'submit',
    from: ['drafting'],
    to: 'submitted',
    action: 'draft',
    needs: ['draft'],
    says: 'The wording, its recipients and its windows are put before a second person.',
  },
  {
    step: 'return',
    from: ['submitted', 'approved'],
    to: 'drafting',
    action: 'approve',
    needs: ['why'],
    says: 'Back to drafting, with what is to be mended.',
  },
  {
    step: 'approve',
    from: ['submitted'],
    to: 'approved',
    action: 'approve',
    needs: [],
    another: ['submit'],
    says: 'Approved by another than who submitted it.',
  },
  {
    step: 'release',
    from: ['approved'],
    to: 'released',
    action: 'release',
    needs: [],
    says: 'Goes out to its recipients.',
  },
  {
    step: 'release-emergency',
    from: ['submitted'],
    to: 'released-unapproved',
    action: 'release',
    needs: ['why'],
    says: 'Lives cannot wait: goes out at once on one person’s word; a second must approve by a deadline.',
  },
  {
    step: 'ratify',
    from: ['released-unapproved'],
    to: 'released',
    action: 'approve',
    needs: [],
    another: ['submit', 'release-emergency'],
    says: 'A second person approves what went out in an emergency.',
  },
  {
    step: 'revise',
    from: ['released', 'released-unapproved', 'expired'],
    to: 'drafting',
    action: 'draft',
    needs: ['kind', 'why'],
    says: 'An update or a cancellation of what went out is worded; until it goes out, what is out stays valid.',
  },
  {
    step: 'abandon',
    from: ['drafting'],
    to: 'before-revise',
    action: 'draft',
    needs: ['why'],
    says: 'The revision is dropped; what went out stands. Only where something has gone out.',
  },
  {
    step: 'dispute',
    from: ['proposed', ...OPEN, 'below-threshold', 'waived'],
    to: 'disputed',
    action: 'draft',
    needs: ['why'],
    says: 'Somebody disagrees: nothing moves until it is settled. If it is not, the default is to warn.',
  },
  {
    step: 'settle',
    from: ['disputed'],
    to: 'drafting',
    action: 'approve',
    needs: ['why'],
    another: ['dispute'],
    says: 'Settled in favour of warning.',
  },
  {
    step: 'settle-against',
    from: ['disputed'],
    to: 'below-threshold',
    action: 'approve',
    needs: ['why'],
    another: ['dispute'],
    says: 'Settled against warning; kept, and opened again by new reporting.',
  },
  {
    step: 'reopen',
    from: ENDED,
    to: 'proposed',
    action: 'draft',
    needs: ['why'],
    machine: 'may',
    says: 'New reporting, or a person, opens the case again.',
  },
  {
    step: 'cancelled',
    from: ['released', 'released-unapproved'],
    to: 'cancelled',
    action: 'release',
    needs: [],
    machine: 'only',
    says: 'A cancellation has gone out, the same way as the alert.',
  },
  {
    step: 'expire',
    from: ['released', 'released-unapproved'],
    to: 'expired',
    action: 'release',
    needs: [],
    machine: 'only',
    says: 'The validity of what went out has ended.',
  },
  {
    step: 'close',
    from: ['below-threshold', 'waived', 'cancelled', 'expired'],
    to: 'closed',
    action: 'approve',
    needs: ['outcome', 'why'],
    says: 'The look-back is done: what came of it.',
  },
] as const satisfies readonly Transition[];

export type Step = (typeof TRANSITIONS)[number]['step'];
export const STEPS: readonly Step[] = TRANSITIONS.map(({ step }) => step);

/** The row of a step. */
export function transition(step: Step): Transition {
  const found = TRANSITIONS.find((each) => each.step === step);
  if (found === undefined) throw new Error(`there is no step “${step}”`);
  return found;
}

/** The steps that lead out of a state. */
export const stepsFrom = (state: CaseState): readonly Transition[] =>
  (TRANSITIONS as readonly Transition[]).filter(({ from }) => from.includes(state));

/** States in which a warning is out. */
export const IN_FORCE: readonly CaseState[] = ['released', 'released-unapproved'];

/** Grounds on which the duty may be waived (ICD 191, section E). Each needs evidence and a second person. */
export const WAIVER_GROUNDS = {
  a: 'Those at risk, or those who protect them, already know of this very threat.',
  b: 'Those at risk are so only because they take part in an insurgency, insurrection or other armed conflict.',
  c: 'There is good reason to believe that the one at risk is a terrorist, supports terrorists directly, or takes part in violent crime.',
  d: 'Warning would unduly endanger people, sources, methods or operations of one’s own.',
  e: 'The information came from another service by agreement, and warning would unduly endanger its people, sources, methods or operations.',
  f: 'There is no reasonable way to warn.',
} as const;
