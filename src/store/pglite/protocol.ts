/** What the socket and the worker say to each other: PostgreSQL's wire protocol (version 3), whole messages at a time. */

/** Wire protocol messages for PostgreSQL, or the wish to shut it down. */
export type Request = Uint8Array<ArrayBuffer> | 'close';

/**
 * `ready` once, then one `answer` (it may be empty) for each request; `failed` is the last word, `explained` where it
 * is a whole sentence for people.
 */
export type Reply = 'ready' | { answer: Uint8Array<ArrayBuffer> } | { failed: string; explained: boolean };

const SYNC = 'S'.charCodeAt(0);
const QUERY = 'Q'.charCodeAt(0);
const READY_FOR_QUERY = 'Z'.charCodeAt(0);

/** Whether the request opens a connection: startup messages alone have no type, but begin with their length. */
export function isStartup(request: Uint8Array): boolean {
  return request[0] === 0;
}

/** Whether the answer is complete: PostgreSQL ends what follows a Sync or a simple Query with ReadyForQuery. */
export function answered(request: Uint8Array, answer: Uint8Array): boolean {
  const sync = request.at(-5) === SYNC && request.at(-1) === 4;
  if (!sync && request[0] !== QUERY) return true;
  return answer.at(-6) === READY_FOR_QUERY;
}
