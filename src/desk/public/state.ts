/** Whether a public warning holds; words.ts has how that is said, so that nobody can miss it. */
import type { PublicWarning } from '../../store/delivery/public.js';

export type WarningState = 'in-force' | 'cancelled' | 'replaced' | 'expired';

/** A cancellation holds for good; a warning until it is cancelled or replaced, or its validity ends. */
export function stateOf({ kind, newest, valid_until }: PublicWarning, now: Date): WarningState {
  if (kind === 'Cancel' || newest?.kind === 'Cancel') return 'cancelled';
  if (newest !== null) return 'replaced';
  return valid_until !== null && valid_until <= now ? 'expired' : 'in-force';
}
