/** Why a reading is as it is, for people: below each statement its rules and the source of its slots, at the end what came to nothing. */
import pc from 'picocolors';
import type { Explanation, Rejected } from '../reading/explain/explanation.js';
import type { Reading, Span } from '../reading/schema.js';
import { type PrintOptions, printReading, wrap } from './print-reading.js';
import { oneLine } from './terminal.js';

/** Of the words that lost a slot no more are shown; `--json` has them all. */
const MOST_LEFT = 4;
/** Of the words of a clause no more characters are shown. */
const LONGEST = 70;

const WHAT: Record<Rejected['what'], string> = {
  act: 'no act',
  mention: 'no incident',
  rule: 'did not hold',
  report: 'the whole report',
};

export function printExplanation(reading: Reading, explanation: Explanation, options: PrintOptions): string {
  const { dim, green, red, yellow, bold } = pc.createColors(options.colour);
  const columns = Math.max(30, Math.min(options.width, 100));
  const { text } = reading.report;
  const quote = (at: Span | null): string => {
    if (!at) return '';
    const words = oneLine(text.slice(...at));
    return `“${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}”`;
  };
  const lines = (mark: string, words: string): string[] =>
    wrap(words, columns - 8).map((line, i) => `    ${i === 0 ? mark : '  '}  ${line}`);
  const byKind = new Map(explanation.statements.map((one) => [`${one.kind} ${one.index}`, one]));

  const below: PrintOptions['below'] = (kind, index) => {
    const why = byKind.get(`${kind} ${index}`);
    if (!why) return [];
    const rules = why.grounds.map(
      ({ rule, at, weighed }) =>
        `${quote(at)} ${dim(rule)}${weighed?.length ? dim(` held against ${weighed.join(', ')}`) : ''}`,
    );
    const slots = why.slots.map(({ slot, value, rule, at, left }) => {
      const others = left.slice(0, MOST_LEFT).map(({ words }) => `“${oneLine(words)}”`);
      const lost = others.length ? dim(`; not ${others.join(', ')}${left.length > MOST_LEFT ? '…' : ''}`) : '';
      return `${slot} = ${oneLine(value)} ${quote(at)} ${dim(rule)}${lost}`;
    });
    return [...rules.flatMap((rule) => lines(green('✓'), rule)), ...slots.flatMap((slot) => lines(green('·'), slot))];
  };
  const rejected = explanation.rejected.flatMap(({ what, rule, at }) =>
    lines(red('✗'), `${WHAT[what]}: ${quote(at)} ${dim(rule)}`),
  );
  const end = rejected.length
    ? ['', bold(yellow(`CONSIDERED AND REJECTED (${explanation.rejected.length})`)), ...rejected]
    : [];
  return [printReading(reading, { ...options, below }), ...end].join('\n');
}
