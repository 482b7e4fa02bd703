/** Fetches feeds when they are due, for as long as the desk runs. */
import type { Store } from '../../store/store.js';
import { fetchDue } from './fetch.js';

/** Milliseconds from one look at what is due to the next. */
const LOOK = 20_000;

/**
 * @param allow hosts by name that may be inside
 * @param onError what the desk itself failed with; a feed that fails is noted at the feed
 * @returns to stop it: what is being fetched is let go, what is being accepted is finished
 */
export function startFeeds(store: Store, allow: ReadonlySet<string>, onError: (error: unknown) => void) {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const look = () => {
    running = fetchDue(store, allow, stop.signal)
      .catch(onError)
      .then(() => {
        if (!stop.signal.aborted) timer = setTimeout(look, LOOK);
      });
  };
  look();
  return async (): Promise<void> => {
    stop.abort();
    clearTimeout(timer);
    await running;
  };
}
