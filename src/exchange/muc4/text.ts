/** A message made ready: the reader's analysis of it and what may fill its slots. */
import type { Analysis } from '../../reading/analysis.js';
import { analyse } from '../../reading/read.js';
import { type Candidate, findCandidates } from './candidates.js';
import type { Message } from './layout.js';

/** Everything of one wording in a text. */
export interface Entity {
  /** The wording without what never counts ("THE", "SEVERAL"); see `bare`. */
  key: string;
  /** As the first mention has it. */
  text: string;
  mentions: Candidate[];
}

export interface Text {
  message: Message;
  a: Analysis;
  /** Indices of the sentences of the body. */
  from: number;
  entities: Entity[];
  /** For each sentence the entities mentioned in it. */
  inSentence: Entity[][];
}

export function prepare(message: Message): Text {
  const a = analyse({
    id: '',
    file: null,
    title: null,
    url: null,
    text: message.text,
    published: message.date,
    publisher: null,
    language: 'en',
  });
  const byKey = new Map<string, Entity>();
  const inSentence: Entity[][] = a.doc.sentences.map(() => []);
  const { tokens } = a.doc;
  for (const candidate of findCandidates(a)) {
    if (tokens[candidate.first]!.start < message.body) continue;
    const key = bare(candidate.text);
    let entity = byKey.get(key);
    if (!entity) {
      entity = { key, text: candidate.text, mentions: [] };
      byKey.set(key, entity);
    }
    entity.mentions.push(candidate);
    const here = inSentence[tokens[candidate.first]!.sentence]!;
    if (here.at(-1) !== entity && !here.includes(entity)) here.push(entity);
  }
  const from = a.doc.sentences.findIndex(({ last }) => tokens[last - 1]!.end > message.body);
  return { message, a, from: Math.max(0, from), entities: [...byKey.values()], inSentence };
}

const UNCOUNTED = new Set(
  'A THE AN THIS THAT THESE THOSE ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN 1 2 3 4 5 6 7 8 9 10 MORE MOST MANY SEVERAL SOME ALL FEW ANY ANOTHER OTHER CERTAIN OF'.split(
    ' ',
  ),
);

/** The wording without the premodifiers that the scoring rules of 1992 leave out. */
export const bare = (text: string): string => {
  const words = text.split(' ');
  return words.filter((word, i) => i === words.length - 1 || !UNCOUNTED.has(word)).join(' ');
};
