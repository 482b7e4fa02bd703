import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { TwoPeopleError } from '../store/cases/step.js';
import { KeyError } from '../store/delivery/seal.js';
import { StoreError } from '../store/error.js';
import type { Problem } from './schema.js';

/** An answer that says no: `error` is one sentence that names the thing and what to do. */
export class Refusal extends HTTPException {
  constructor(status: ContentfulStatusCode, error: string) {
    super(status, { message: error });
  }
}

/** What the store says no to in its own way, whatever was asked. */
const STATUS = [
  [TwoPeopleError, 403],
  [KeyError, 409],
] as const;

/** Refuses, with its own sentence, what the store says no to: with the status of its kind, else with this one. */
export async function refusing<T>(done: Promise<T>, status: 400 | 404 | 409): Promise<T> {
  try {
    return await done;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    throw new Refusal(STATUS.find(([kind]) => error instanceof kind)?.[1] ?? status, error.message);
  }
}

export function problem(c: Context, status: ContentfulStatusCode, error: string) {
  const body: Problem = { ok: false, error, status };
  return c.json(body, status);
}

/** What zod found, as one sentence: "published: Invalid ISO date; title: Too big: …". */
export function sentence(error: z.core.$ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => (issue.path.length ? `${issue.path.map(String).join('.')}: ${issue.message}` : issue.message))
    .join('; ');
}

/** The answer to input that a route's schema refuses. */
export function onInvalid(result: { success: boolean; error?: z.core.$ZodError }, c: Context) {
  if (!result.success && result.error) return problem(c, 400, `The request is not valid: ${sentence(result.error)}.`);
  return undefined;
}

/** Turns what a route threw into a problem. Only a refusal's own sentence goes out; the rest goes to the log. */
export function onError(log: Logger) {
  return (error: Error, c: Context) => {
    if (error instanceof HTTPException && error.status < 500) {
      return problem(c, error.status as ContentfulStatusCode, error.message || 'The request was refused.');
    }
    log.error({ err: error, method: c.req.method, path: c.req.path }, 'request failed');
    return problem(c, 500, 'Something went wrong in the desk. Its log says what; nothing was changed by halves.');
  };
}
