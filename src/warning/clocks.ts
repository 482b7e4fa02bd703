/** The clocks of a case: how long each stage may take, what runs late, and who is called to it. */
import type { CaseState, Step } from './states.js';

/**
 * Stages, from one time to the next, with the limit in minutes that a desk starts with. ICD 191 says "expeditious" and
 * gives no hours: a desk sets its own and says so.
 */
export const STAGES = {
  recognise: { from: 'acquired', to: 'recognised', minutes: 240, says: 'from the first report to a case' },
  decide: { from: 'recognised', to: 'decided', minutes: 120, says: 'from the case to the decision on the threshold' },
  release: { from: 'decided', to: 'released', minutes: 240, says: 'from the decision to the release' },
  deliver: { from: 'released', to: 'delivered', minutes: 15, says: 'from the release to the last recipient' },
  acknowledge: {
    from: 'released',
    to: 'acknowledged',
    minutes: 60,
    says: 'from the release to the last acknowledgement',
  },
  approve: { from: 'released', to: 'ratified', minutes: 240, says: 'from an emergency release to its second approval' },
} as const;
export type Stage = keyof typeof STAGES;
export type Limits = Record<Stage, number>;

/** The limits that a desk starts with, in minutes. */
export const LIMITS = Object.fromEntries(
  Object.entries(STAGES).map(([stage, { minutes }]) => [stage, minutes]),
) as Limits;

/**
 * What a case in each state waits for: the ends of these stages, and a step. Where one of the stages runs late, those who
 * may take the step are called; where nobody may who has not taken part already, the administrators.
 */
export const AWAITED: Partial<Record<CaseState, { stages: readonly Stage[]; step: Step }>> = {
  proposed: { stages: ['decide'], step: 'attach' },
  drafting: { stages: ['release'], step: 'submit' },
  'waiver-proposed': { stages: ['release'], step: 'grant-waiver' },
  submitted: { stages: ['release'], step: 'approve' },
  approved: { stages: ['release'], step: 'release' },
  disputed: { stages: ['decide', 'release'], step: 'settle' },
  // Who may revise it may also see to its deliveries.
  released: { stages: ['deliver', 'acknowledge'], step: 'revise' },
  'released-unapproved': { stages: ['deliver', 'acknowledge', 'approve'], step: 'ratify' },
};

/** Minutes from the first call to the second, and from one call to the next at most. */
export const CALL_MINUTES = { least: 15, most: 24 * 60 } as const;

/**
 * Whether people are to be called at `now`: at once when something runs late, 15 minutes later, and each time after as
 * long again as it was late by then, at most a day, until it is done. Times in milliseconds since 1970.
 * @param late since when what ran late last has been late
 * @param called when they were called last; `null`: not yet
 */
export function callDue(late: number, called: number | null, now: number): boolean {
  if (called === null) return now >= late;
  const wait = Math.min(CALL_MINUTES.most * 60_000, Math.max(CALL_MINUTES.least * 60_000, called - late));
  return now >= called + wait;
}

/** The times of a case, as far as they are reached; each a time in milliseconds since 1970. `null`: not (yet). */
export type Times = Record<(typeof STAGES)[Stage]['from' | 'to'], number | null>;

/** One stage of a case: minutes taken, or taken so far, and whether the limit is passed. `running`: its end is awaited. */
export interface Clock {
  stage: Stage;
  minutes: number;
  limit: number;
  late: boolean;
  running: boolean;
}

/**
 * The clocks of a case at `now`, those running late first, the latest of them on top. `awaited` are the stages whose end
 * the case still waits for: a case that was waived waits for no release.
 */
export function clocksOf(times: Times, awaited: readonly Stage[], limits: Limits, now: number): Clock[] {
  return (Object.keys(STAGES) as Stage[])
    .flatMap((stage): Clock[] => {
      const [from, to] = [times[STAGES[stage].from], times[STAGES[stage].to]];
      if (from === null || (to === null && !awaited.includes(stage))) return [];
      const minutes = Math.max(0, ((to ?? now) - from) / 60_000);
      return [{ stage, minutes, limit: limits[stage], late: minutes > limits[stage], running: to === null }];
    })
    .sort((a, b) => lateness(b) - lateness(a));
}

/** What still runs and is late counts most, then what runs, then what is over. */
const lateness = ({ minutes, limit, late, running }: Clock): number =>
  (running ? 1e9 : 0) + (running && late ? 1e9 : 0) + (minutes - limit);
