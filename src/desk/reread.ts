/** Reading anew what an older reader read: a part at a time, so that whoever asks sees how far it is and may stop. */
import { proposeCases } from '../store/cases/propose.js';
import { type Rereading, rereading, retryFailed, stage, staleReports } from '../store/rereading/stage.js';
import { type TakenOver, takeOver } from '../store/rereading/take-over.js';
import type { Store } from '../store/store.js';
import { readTexts } from './read-report.js';

/** Reports read before an answer. */
const PART = 50;

export type Step = Rereading & { done: TakenOver | null };

/**
 * Reads the next reports anew; once none is left, the new readings take the place of the older ones. Each is on the
 * disk as soon as it is read: stopped at any moment, the next call goes on from there.
 * @param retry whether those on which the reader failed before are tried again
 */
export async function rereadSome(store: Store, retry: boolean): Promise<Step> {
  if (retry) await retryFailed(store.db);
  const stale = await staleReports(store, PART);
  const answers = await readTexts(stale.map(({ report }) => report));
  for (const [index, one] of stale.entries()) {
    const answer = answers[index];
    if (answer) await stage(store, one, 'reading' in answer ? answer.reading : { failure: answer.failed });
  }
  const after = await rereading(store);
  if (stale.length > 0 || after.read === after.failures) return { ...after, done: null };
  const done = await takeOver(store, async (trx, reports) => {
    // Some at a time, as where reports come in: what is looked at for each of them is held at once.
    for (let at = 0; at < reports.length; at += PART) await proposeCases(trx, reports.slice(at, at + PART));
  });
  return { ...(await rereading(store)), done };
}
