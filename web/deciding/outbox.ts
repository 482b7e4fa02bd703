/**
 * Decisions on their way to the desk. They are sent one after the other while the work goes on; what is refused or
 * does not arrive stays here with the reason until it is sent again or let go. Unsent ones survive a reload.
 */
import { useSyncExternalStore } from 'react';
import * as api from '../api';

export interface Sent {
  key: string;
  /** What it is about: the statement, or the two of a doubt. */
  about: string;
  /** In words: "Accepted", "Rejected: not what the text says". */
  says: string;
  path: '/api/decisions' | '/api/doubts';
  body: unknown;
  state: 'waiting' | 'sending' | 'made' | 'undoing' | 'failed';
  /** The decision's id once it is made. */
  decision: string | null;
  /** Why it failed, or why its undoing did. */
  error: string | null;
  /** Undo was asked for: what is not made yet is then not sent, what is made is undone. */
  undo: boolean;
}

const KEY = 'tocsin.unsent';
const listeners = new Set<() => void>();
let list: readonly Sent[] = restored();
let running = false;

const unsent = ({ state }: Sent) => state === 'waiting' || state === 'sending' || state === 'failed';

/** What a reload found unsent: whether it arrived is not known, so that a person says whether to send it again. */
function restored(): Sent[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Sent[];
    return kept.map((one) => ({ ...one, state: 'failed', error: one.error ?? 'The page was left before it arrived.' }));
  } catch {
    return [];
  }
}

function set(next: readonly Sent[]) {
  list = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(list.filter(unsent)));
  } catch {
    // Storage is off: the warning before leaving the page is what is left.
  }
  for (const listener of listeners) listener();
}

const change = (key: string, to: Partial<Sent>) => set(list.map((one) => (one.key === key ? { ...one, ...to } : one)));
const drop = (key: string) => set(list.filter((one) => one.key !== key));

async function run() {
  if (running) return;
  running = true;
  for (;;) {
    const one = list.find(({ state, undo }) => state === 'waiting' || (state === 'made' && undo));
    if (!one) break;
    await (one.state === 'made' ? take(one) : make(one));
  }
  running = false;
}

async function make(one: Sent) {
  change(one.key, { state: 'sending', error: null });
  try {
    const { id } = await api.post(one.path, one.body);
    change(one.key, { state: 'made', decision: id });
  } catch (error) {
    if (list.find(({ key }) => key === one.key)?.undo) drop(one.key);
    else change(one.key, { state: 'failed', error: messageOf(error) });
  }
}

async function take(one: Sent) {
  change(one.key, { state: 'undoing' });
  try {
    if (one.decision) await api.undo(one.decision);
    drop(one.key);
  } catch (error) {
    change(one.key, { state: 'made', undo: false, error: `It could not be undone: ${messageOf(error)}` });
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Takes a decision and returns at once. Another on the same thing replaces one that failed. */
export function send({ about, says, path, body }: Pick<Sent, 'about' | 'says' | 'path' | 'body'>) {
  const others = list.filter((one) => one.about !== about || one.state !== 'failed');
  const key = crypto.randomUUID?.() ?? `${Date.now()} ${about}`;
  set([...others, { key, about, says, path, body, state: 'waiting', decision: null, error: null, undo: false }]);
  void run();
}

/** Sends again what failed. */
export function sendAgain() {
  set(list.map((one) => (one.state === 'failed' ? { ...one, state: 'waiting', error: null } : one)));
  void run();
}

/** Takes back a decision, wherever it is on its way. */
export function takeBack({ key, state }: Sent) {
  if (state === 'waiting' || state === 'failed') return drop(key);
  change(key, { undo: true, error: null });
  void run();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** All that was decided here since the page was loaded, and what a page before it left unsent; in their order. */
export const useOutbox = () => useSyncExternalStore(subscribe, () => list);

addEventListener('beforeunload', (event) => {
  if (list.some(unsent)) event.preventDefault();
});
