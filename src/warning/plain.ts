/** How plainly a wording reads, and how long it is as a text message. */

/** Reading ease after Flesch (1948): 206.835 − 1.015 words a sentence − 84.6 syllables a word; 60 and more is plain. */
export interface Plainness {
  /** 0 to 100; `null` where there is nothing to read, or the language is not English, which the formula was made for. */
  ease: number | null;
  words: number;
  sentences: number;
}

export function plainness(text: string, language: string): Plainness {
  const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  const sentences = Math.max(
    1,
    (text.match(/[^.!?…]+(?:[.!?…]+|$)/gu) ?? []).filter((each) => /\p{L}/u.test(each)).length,
  );
  if (words.length === 0 || !/^en\b/.test(language)) return { ease: null, words: words.length, sentences };
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const ease = 206.835 - 1.015 * (words.length / sentences) - 84.6 * (syllables / words.length);
  return { ease: Math.round(Math.min(100, Math.max(0, ease))), words: words.length, sentences };
}

/** Groups of vowels, without a silent e at the end: near enough for a score over many words. */
function syllablesOf(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/(?:es|ed|e)$/, (end) => (end === 'e' || /[^aeiou]/.test(word.at(-3) ?? '') ? '' : end));
  return Math.max(1, plain.match(/[aeiouy]+/g)?.length ?? 1);
}

/** Letters of the GSM 7-bit alphabet (3GPP TS 23.038), and those that take two places in it. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]*$/;
const DOUBLE = /[\^{}\\[~\]|€]/g;

/** A text as SMS: its alphabet, the places that it takes, and the parts it is sent in (160 and 153, or 70 and 67). */
export function smsLength(text: string): { alphabet: 'GSM-7' | 'UCS-2'; places: number; parts: number } {
  const plain = GSM.test(text);
  const places = plain ? text.length + (text.match(DOUBLE)?.length ?? 0) : text.length;
  const [alone, each] = plain ? [160, 153] : [70, 67];
  return {
    alphabet: plain ? 'GSM-7' : 'UCS-2',
    places,
    parts: places <= alone ? Math.min(1, places) : Math.ceil(places / each),
  };
}
