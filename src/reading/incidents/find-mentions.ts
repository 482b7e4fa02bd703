/** Finds the words that tell of acts of violence, with who does what to whom, where and when around each. */
import type { Analysis } from '../analysis.js';
import type { EventMention } from './mention.js';
import { nounMention } from './noun-mentions.js';
import { verbMention } from './verb-mentions.js';

/** All mentions in text order; those that are only possible, denied or general are left out. */
export function findEventMentions(a: Analysis): EventMention[] {
  const mentions: EventMention[] = [];
  const told = new Set<number>(); // nouns that a light verb has told already
  for (const clause of a.clauses) {
    const mention = verbMention(a, clause, told);
    if (mention) mentions.push(mention);
  }
  for (const noun of a.phrases.nouns) {
    const mention = nounMention(a, noun, told);
    if (mention) mentions.push(mention);
  }
  return mentions.sort((x, y) => x.token - y.token);
}
