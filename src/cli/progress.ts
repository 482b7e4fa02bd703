/** A progress bar of one line on standard error, where that is a terminal; elsewhere nothing. */
import { oneLine } from './terminal.js';

export interface Progress {
  /** One more is done; `label` says what is in hand. */
  step(label: string): void;
  /** Takes the bar away, so that what is printed next stands on a clean line. */
  clear(): void;
}

const WIDTH = 24;
/** Milliseconds between two drawings: a terminal is slow, the work should not wait for it. */
const EVERY = 80;

/** "[######------------------]  25/100  12/s  name.txt" */
export function bar(done: number, total: number, seconds: number, label: string, columns: number): string {
  const filled = total ? Math.round((done / total) * WIDTH) : WIDTH;
  const rate = seconds > 0.5 ? `  ${Math.round(done / seconds)}/s` : '';
  const head = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}]  ${done}/${total}${rate}  `;
  return head + oneLine(label, Math.max(0, columns - head.length - 1));
}

export function progress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return { step() {}, clear() {} };
  const start = Date.now();
  let done = 0;
  let drawn = 0;
  return {
    step(label) {
      done += 1;
      const now = Date.now();
      if (now - drawn < EVERY && done < total) return;
      drawn = now;
      stream.write(`\r\u001b[2K${bar(done, total, (now - start) / 1000, label, stream.columns ?? 80)}`);
    },
    clear() {
      stream.write('\r\u001b[2K');
    },
  };
}
