// Which event that was found is which template of the key.
import { wantedOf } from './labels.js';

export const typeOf = (key) => key.fills['inc-type'][0]?.values[0][0] ?? 'ATTACK';

/** Pairs { event, key, wanted }: types agree, and most strings of the key stand in the event's sentences. */
export function align(text, events, keys) {
  const pairs = [];
  for (const key of keys) {
    const wanted = wantedOf(key);
    for (const event of events) {
      const here = new Set(event.sentences.flatMap((s) => text.inSentence[s].map((e) => e.key)));
      const shared = wanted.filter(({ wordings }) => wordings.some((w) => here.has(w))).length;
      const type = typeOf(key) === event.type ? 2 : event.type === 'ATTACK' ? 0.5 : -99;
      if (type + shared > 0.6) pairs.push({ event, key, wanted, score: type + shared });
    }
  }
  pairs.sort((a, b) => b.score - a.score);
  const used = new Set();
  return pairs.filter(({ event, key }) => {
    if (used.has(event) || used.has(key)) return false;
    used.add(event).add(key);
    return true;
  });
}

/** For each response template of one message: true where the scorer maps it to a key, 'optional' to an optional one, false else. */
export function mapped(scorer, keys, responses) {
  const pairs = scorer.mapTemplates(keys, responses);
  return responses.map((response) => {
    const key = pairs.find(([, r]) => r === response)?.[0];
    return key ? (key.optional ? 'optional' : true) : false;
  });
}
