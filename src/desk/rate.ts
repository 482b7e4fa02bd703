/** How often somebody may try. */

/** Tries that fail before one has to wait, and for how long they count, in milliseconds. */
const TRIES = 5;
const WINDOW = 15 * 60_000;
/** Names and addresses that are remembered at most; the oldest go first. */
const MOST = 10_000;

/** Counts failures by name or address, in memory: a desk that starts anew begins to count anew. */
export class Tries {
  readonly #failed = new Map<string, number[]>();

  /** Seconds to wait before the next try; 0: now. */
  wait(key: string, now = Date.now()): number {
    const recent = this.#recent(key, now);
    return recent.length < TRIES ? 0 : Math.ceil(((recent[0] ?? now) + WINDOW - now) / 1000);
  }

  failed(key: string, now = Date.now()): void {
    const recent = [...this.#recent(key, now), now];
    this.#failed.delete(key);
    this.#failed.set(key, recent);
    if (this.#failed.size > MOST) this.#failed.delete(this.#failed.keys().next().value ?? '');
  }

  succeeded(key: string): void {
    this.#failed.delete(key);
  }

  #recent(key: string, now: number): number[] {
    return (this.#failed.get(key) ?? []).filter((at) => now - at < WINDOW);
  }
}
