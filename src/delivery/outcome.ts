/** What came of one attempt, in words that hold no address. */

/**
 * `refused`: this channel will not take it however often it is tried. `delivered`: the recipient's own machine has it,
 * not only a carrier on the way.
 */
export type Outcome =
  | { outcome: 'accepted'; delivered: boolean; detail: string }
  | { outcome: 'failed' | 'refused'; detail: string };

export const failed = (detail: string): Outcome => ({ outcome: 'failed', detail });
export const refused = (detail: string): Outcome => ({ outcome: 'refused', detail });

/** Network errors by their code: their own messages name hosts and mailboxes. */
const CODES: Record<string, string> = {
  ABORT_ERR: 'no answer in time',
  ETIMEDOUT: 'no answer in time',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection broke off',
  ECONNECTION: 'no connection to the mail server',
  ESOCKET: 'the connection to the mail server broke off',
  EAUTH: 'the mail server does not take the name and password of TOCSIN_SMTP',
  EDNS: 'the name of the mail server is not known',
  ENOTFOUND: 'the name of the host is not known',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'there is no network',
  ETLS: 'no secure connection',
};

/** What went wrong, without the words of the error itself. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string') return 'it could not be sent';
  return CODES[code] ?? `it could not be sent (${/^[A-Z0-9_]{1,40}$/.test(code) ? code : 'unknown'})`;
}

/** By HTTP status: 2xx alone is taken; what may pass by itself is tried again. A redirection is never followed. */
export function byStatus(status: number, delivered: boolean): Outcome {
  const detail = `HTTP ${status}`;
  if (status >= 200 && status < 300) return { outcome: 'accepted', delivered, detail };
  if (status >= 300 && status < 400) return refused(`${detail}: redirections are not followed`);
  return status >= 500 || [408, 425, 429].includes(status) ? failed(detail) : refused(detail);
}
