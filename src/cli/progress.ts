/** A progress bar of one line on standard error, where that is a terminal; elsewhere nothing. */
import { SingleBar } from 'cli-progress';
import { oneLine } from './terminal.js';

export interface Progress {
  /** One more is done; `label` says what is in hand. */
  step(label: string): void;
  /** Takes the bar away, so that what is printed next stands on a clean line; the next step draws it again. */
  clear(): void;
}

/** Columns that the bar and its figures take; the label gets the rest. */
const FIGURES = 50;

export function progress(total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  const bar = new SingleBar({
    format: '[{bar}]  {value}/{total}  {label}',
    stream,
    barsize: 24,
    barCompleteChar: '#',
    barIncompleteChar: '-',
    clearOnComplete: true,
    hideCursor: null,
    fps: 12,
    linewrap: null,
  });
  let done = 0;
  return {
    step(label) {
      done += 1;
      if (!stream.isTTY) return;
      // A name from outside is data: no control characters, no second line.
      const payload = { label: oneLine(label, Math.max(0, (stream.columns ?? 80) - FIGURES)) };
      if (bar.isActive) bar.update(done, payload);
      else bar.start(total, done, payload);
    },
    clear() {
      if (bar.isActive) bar.stop();
    },
  };
}
