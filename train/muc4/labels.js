// Which sentences tell of which template of the key, from where its strings stand in the text.
import { bare } from '../../dist/exchange/muc4/text.js';
import { typesOf } from '../../dist/exchange/muc4/triggers.js';

export const STRING_SLOTS = {
  'inc-instr-id': 1,
  'perp-ind-id': 0.7,
  'perp-org-id': 0.5,
  'phys-tgt-id': 1.5,
  'hum-tgt-name': 2,
  'hum-tgt-desc': 1.2,
};

export const plain = (value) => bare(value.replace(/^"|"$/g, '').replace(/\\"/g, '"'));

/** For each fill of a template's string slots: its slot and the wordings that are right. */
export function wantedOf(template) {
  return Object.keys(STRING_SLOTS).flatMap((slot) =>
    template.fills[slot].map((fill) => ({ slot, fill, wordings: fill.values.map(([v]) => plain(v)) })),
  );
}

/** How strongly sentence s speaks of the template, by its strings. */
function strength(text, s, wanted) {
  const keys = new Set(text.inSentence[s].map(({ key }) => key));
  let sum = 0;
  for (const { slot, wordings } of wanted) {
    let hit = wordings.some((w) => keys.has(w));
    if (!hit && slot === 'hum-tgt-name') hit = wordings.some((w) => keys.has(w.split(' ').at(-1)));
    if (hit) sum += STRING_SLOTS[slot];
  }
  return sum;
}

/** For each sentence { template, label, known }: the template told of (or null), and whether the label can be trusted. */
export function sentenceLabels(text, templates) {
  const { sentences, tokens } = text.a.doc;
  const all = templates.map((template) => ({
    template,
    type: template.fills['inc-type'][0]?.values[0][0] ?? 'ATTACK',
    wanted: wantedOf(template),
  }));
  return sentences.map(({ first, last }, s) => {
    if (s < text.from) return { template: null, known: false };
    const types = new Set();
    for (let i = first; i < last; i++) for (const t of typesOf(tokens[i].lemma)) types.add(t);
    let top = null;
    let doubtful = false;
    for (const { template, type, wanted } of all) {
      const sum = strength(text, s, wanted);
      const telling = types.has(type);
      if ((telling && sum >= 0.9) || sum >= 3) {
        if (!top || sum > top.sum) top = { template, type, sum };
      } else if (telling || sum > 1) doubtful = true;
    }
    return top ? { template: top.template, type: top.type, known: true } : { template: null, known: !doubtful };
  });
}
