/** How many a noun phrase speaks of, in the form of the NUMBER slots: "3", "~50", "10-", "PLURAL". */
import { numberAt } from '../../reading/numbers.js';
import type { Candidate } from './candidates.js';
import type { Entity, Text } from './text.js';

const ABOUT = new Set(['about', 'approximately', 'some', 'around', 'nearly', 'almost', 'roughly']);
/** Heads that are singular in form and speak of several. */
const MANY = new Set(
  'people police group population community family personnel crowd staff public press clergy media cattle troops forces couple crew civilians'.split(
    ' ',
  ),
);

/** The number of the entity; explicit ones of any mention go before what the head's form tells. */
export function numberOf({ a }: Text, entity: Entity): string {
  if (entity.mentions.some(({ form, named }) => named && form === 'name')) return '1';
  for (const mention of entity.mentions) {
    const told = toldNumber(a.doc.tokens, mention);
    if (told) return told;
  }
  const { head } = entity.mentions[0]!;
  const { pos, lower } = a.doc.tokens[head]!;
  return pos === 'NNS' || MANY.has(lower) || /(?:men|women|children)$/.test(lower) ? 'PLURAL' : '1';
}

function toldNumber(tokens: Text['a']['doc']['tokens'], { groupFirst, first, head }: Candidate): string | null {
  for (let i = groupFirst; i <= Math.min(head, first + 2); i++) {
    const number = numberAt(tokens, i);
    if (!number || number.last > head + 1) continue;
    if (/^(?:one)$/.test(tokens[i]!.lower) && tokens[head]!.pos === 'NNS') continue;
    const before = tokens[i - 1]?.lower ?? '';
    const pair = `${tokens[i - 2]?.lower ?? ''} ${before}`;
    if (pair === 'at least' || pair === 'more than') return `${number.value}-`;
    if (ABOUT.has(before)) return `~${number.value}`;
    return String(number.value);
  }
  return null;
}
