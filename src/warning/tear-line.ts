/**
 * The tear-line (ICD 209, 2012): what is below it gives the substance of a warning without giving away its source. This
 * finds, in a wording, what would: publishers, persons, documents, words taken over from a source, and a sharing level
 * above the channel's.
 */
import type { Source } from '../picture/schema.js';
import { type Message, SLOTS, type Slot, type WarningContent } from './schema.js';
import { TLP_LEVELS, type Tlp } from './words.js';

/** What a case rests on, as far as it could be given away. */
export interface Guarded {
  /** Publishers of the reports, such as a newspaper that has it from one official. */
  publishers: readonly string[];
  /** Persons who say so in the reports, and persons named in them. */
  persons: readonly string[];
  /** Titles, file names and addresses of the reports. */
  documents: readonly string[];
  /** Quotes that the case rests on. */
  quotes: readonly Source['quote'][];
  /** The strictest sharing level of the reports. */
  tlp: Tlp;
}

/** One place in a wording that would give away a source. `start` and `end` are UTF-16 offsets into the slot's text. */
export interface Mark {
  /** The same for the same words in the same slot, so that a second person's allowance holds for just these. */
  id: string;
  kind: 'publisher' | 'person' | 'document' | 'quote' | 'tlp';
  message: number;
  slot: Slot | null;
  start: number;
  end: number;
  words: string;
}

/** So many words in a row are no chance. */
const QUOTED_WORDS = 8;

/** Every mark of a wording, in the order of its messages and slots. */
export function tearLine(content: WarningContent, guarded: Guarded): Mark[] {
  const names: [Mark['kind'], readonly string[]][] = [
    ['publisher', guarded.publishers],
    ['person', guarded.persons],
    ['document', guarded.documents],
  ];
  const patterns = names.flatMap(([kind, words]) =>
    words.filter((word) => word.trim().length > 2).map((word) => [kind, patternOf(word)] as const),
  );
  const quoted = runsOf(guarded.quotes);
  const found = content.messages.flatMap((message, index) =>
    SLOTS.flatMap((slot) => marksIn(message, index, slot, patterns, quoted)),
  );
  if (TLP_LEVELS.indexOf(content.tlp) >= TLP_LEVELS.indexOf(guarded.tlp)) return found;
  const words = `${guarded.tlp} by a channel of ${content.tlp}`;
  return [
    { id: `tlp:${guarded.tlp}:${content.tlp}`, kind: 'tlp', message: 0, slot: null, start: 0, end: 0, words },
    ...found,
  ];
}

function marksIn(
  message: Message,
  index: number,
  slot: Slot,
  patterns: readonly (readonly [Mark['kind'], RegExp])[],
  quoted: ReadonlySet<string>,
): Mark[] {
  const text = message[slot];
  const mark = (kind: Mark['kind'], start: number, end: number): Mark => {
    const words = text.slice(start, end);
    return {
      id: `${kind}:${message.audience}:${message.language}:${slot}:${words.toLowerCase()}`,
      kind,
      message: index,
      slot,
      start,
      end,
      words,
    };
  };
  const marks = patterns.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ index: start, 0: words }) => mark(kind, start, start + words.length)),
  );
  const words = [...text.matchAll(WORD)];
  for (let i = 0; i + QUOTED_WORDS <= words.length; i++) {
    if (!quoted.has(runAt(words, i))) continue;
    let last = i + QUOTED_WORDS - 1;
    while (last + 1 < words.length && quoted.has(runAt(words, last + 2 - QUOTED_WORDS))) last++;
    const [from, to] = [words[i]!, words[last]!];
    marks.push(mark('quote', from.index, to.index + to[0].length));
    i = last;
  }
  return marks.sort((a, b) => a.start - b.start);
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const runAt = (words: readonly RegExpMatchArray[], at: number): string =>
  words
    .slice(at, at + QUOTED_WORDS)
    .map(([word]) => word.toLowerCase())
    .join(' ');

function runsOf(quotes: readonly string[]): Set<string> {
  const runs = new Set<string>();
  for (const quote of quotes) {
    const words = [...quote.matchAll(WORD)];
    for (let i = 0; i + QUOTED_WORDS <= words.length; i++) runs.add(runAt(words, i));
  }
  return runs;
}

/** The words in any case, as whole words, with any white space between them. */
function patternOf(words: string): RegExp {
  const parts = words
    .trim()
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
}
