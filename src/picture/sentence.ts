/** The sentence around words of which no statement gives one: of a name, of a number told elsewhere, of what was searched. */
import type { Span } from '../reading/schema.js';

/** Most of a text that is taken on each side, in UTF-16 units. */
const REACH = 160;

/** A full stop after a small letter, a number or a closing mark: one after a capital may belong to "U.S." */
const STOP = String.raw`(?<=[\p{Ll}\p{N})"”’])[.!?]["”’]?`;
const STOPS_BEFORE = new RegExp(`${STOP}\\s+|\n`, 'gu');
const STOP_AFTER = new RegExp(`${STOP}(?=\\s|$)|\n`, 'u');

/** The line or the sentence around a span, cut at a whole word where it is long. */
export function sentenceAround(text: string, [start, end]: Span): Span {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const last = [...before.matchAll(STOPS_BEFORE)].at(-1);
  const from = last ? last.index + last[0].length : start > REACH ? before.search(/\s/) + 1 : 0;
  const stop = STOP_AFTER.exec(after);
  const to = stop
    ? stop.index + (stop[0] === '\n' ? 0 : stop[0].length)
    : end + REACH < text.length
      ? after.search(/\s\S*$/)
      : after.length;
  const lead = before.slice(from).search(/\S/);
  return [
    wholeCharacter(text, lead < 0 ? start : start - before.length + from + lead),
    wholeCharacter(text, end + Math.max(0, to)),
  ];
}

/** The offset, or the next where it would fall between the halves of one character. */
const wholeCharacter = (text: string, at: number) => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at);
