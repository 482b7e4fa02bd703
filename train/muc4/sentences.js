// Training rows of the sentence model: which sentences tell of an incident, and of which type.
import { sentenceFeatures, textFeatures } from '../../dist/exchange/muc4/sentence-features.js';
import { typeOf } from './align.js';

/**
 * Of a sentence that the strings of the key leave in doubt: from which share on the likeliest type of the key counts as
 * told, and down to which as not told. Best of seven pairs on the folds.
 */
const DOUBT = { told: 0.35, not: 0.1 };

/** Rows { text, s, label, features } of the body; the label is null where the strings of the key leave it in doubt. */
export function sentenceRows(texts, labels) {
  return texts.flatMap((text) => {
    const shared = textFeatures(text);
    return labels
      .get(text)
      .flatMap(({ known, template, type }, s) =>
        s < text.from
          ? []
          : [{ text, s, label: known ? (template ? type : 'O') : null, features: sentenceFeatures(text, s, shared) }],
      );
  });
}

/**
 * What was in doubt, as a first model judges it that was trained without the text (self-training, bound to the types of
 * the key): the strings of the key show the sentences that name somebody, and the first model finds the others.
 */
export function settleDoubts(rows, keysOf, chancesOf, classes) {
  return rows.flatMap((row) => {
    if (row.label) return [row];
    const chances = chancesOf(row.text)[row.s];
    const chance = (type) => chances[classes.indexOf(type)] ?? 0;
    const [type] = keysOf(row.text)
      .map(typeOf)
      .sort((a, b) => chance(b) - chance(a));
    const share = chance(type) / (chance(type) + chances[0]);
    const label = share >= DOUBT.told ? type : share <= DOUBT.not ? 'O' : null;
    return label ? [{ ...row, label }] : [];
  });
}
