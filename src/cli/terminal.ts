/** Writing for a terminal: text from outside is data and never steers it; colours only where a person looks. */
import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';

/** C0 and C1 controls but tab and newline, line separators, and marks that reverse the direction of what follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** Text from outside without escape sequences and control characters; tabs and newlines stay. */
export function plain(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROLS, '');
}

/** The same on one line, cut to `max` characters. */
export function oneLine(text: string, max = Number.POSITIVE_INFINITY): string {
  const line = plain(text.replace(/\s+/g, ' ')).trim();
  return line.length > max ? `${line.slice(0, max - 1).trimEnd()}…` : line;
}

/** JSON whose strings hold no raw control character; it parses to the same value. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    CONTROLS,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What standard output is: colours only on a terminal, and not where NO_COLOR says so; columns. */
export const screen = {
  colour: Boolean(process.stdout.isTTY) && pc.isColorSupported,
  width: process.stdout.columns ?? 100,
};

export const paint = pc.createColors(screen.colour);

/** Writes one line to standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Writes one line about the run itself (errors, what was done) to standard error. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
