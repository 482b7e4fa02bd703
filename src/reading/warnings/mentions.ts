/** The mentions of one actor by place in the text, without a walk over all of them for every sentence. */
import type { ActorEntity, TokenSpan } from '../names/entities.js';

interface Sorted {
  spans: TokenSpan[];
  /** How many of the actor's mentions are in `spans`; statements add to them as they are made. */
  taken: number;
}
const known = new WeakMap<ActorEntity, Sorted>();

/** Mentions of the actor that begin among the tokens [first, last). */
export function mentionsWithin(actor: ActorEntity, first: number, last: number): TokenSpan[] {
  const { spans } = sorted(actor);
  const out: TokenSpan[] = [];
  for (let m = indexFrom(spans, first); m < spans.length && spans[m]!.first < last; m++) out.push(spans[m]!);
  return out;
}

function sorted(actor: ActorEntity): Sorted {
  let found = known.get(actor);
  if (!found) {
    found = { spans: [], taken: 0 };
    known.set(actor, found);
  }
  for (; found.taken < actor.mentions.length; found.taken++) {
    const mention = actor.mentions[found.taken]!;
    found.spans.splice(indexFrom(found.spans, mention.first), 0, mention);
  }
  return found;
}

function indexFrom(spans: readonly TokenSpan[], token: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.first < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
