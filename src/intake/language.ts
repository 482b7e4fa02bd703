import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** How much of a text is looked at, in UTF-16 code units. */
const PREFIX = 4000;
/** Share of the words that must be markers of a language, and how many different ones. */
const LEAST_SHARE = 0.1;
const LEAST_MARKERS = 2;
/** Fewer words than these in Latin letters tell too little for the detector. */
const LEAST_WORDS = 12;

/**
 * Common words that the languages around do not share. English because nearly every report is English, cables in
 * capitals included, and so no detector need be loaded for it; the others because detectors miss them.
 */
const MARKERS = Object.entries({
  en: 'the and that were with which have has had been by from said who this their for after to are its not would it at of on as',
  so: 'iyo waxaa waxay ayaa oo ay uu ee ku ka lagu sheegay soo kale dalka inuu inay badan kadib weerarka ciidamada',
  sw: 'ya wa kwa katika cha za kuwa hiyo huo watu alisema baada ambao wakati ambayo hilo pia shambulio serikali polisi',
  ha: "da ta wani wata cikin kuma sun ne ce ga domin jami'an harin mutane mai bayan yan cewa ranar wasu ƙasar hukumar",
  id: 'yang dan dengan untuk pada dari ini itu tidak dalam adalah oleh telah tersebut akan kepada mereka seorang',
}).map(([language, words]) => [language, new Set(words.split(' '))] as const);

/**
 * ISO 639-1 code of the language that the text's beginning is in; null where it cannot be told. Malay counts as
 * Indonesian.
 */
export function languageOf(text: string): string | null {
  const prefix = text.slice(0, PREFIX).toLowerCase();
  const words = prefix.match(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu) ?? [];
  if (words.length === 0) return null;
  let best: string | null = null;
  let most = words.length * LEAST_SHARE;
  for (const [language, markers] of MARKERS) {
    const hits = words.filter((word) => markers.has(word));
    if (hits.length > most && new Set(hits).size >= LEAST_MARKERS) [best, most] = [language, hits.length];
  }
  if (best) return best;
  if (words.length < LEAST_WORDS && /\p{Script=Latin}/u.test(prefix)) return null;
  // Takes 0.1 s and 50 MB to load, so only once a text needs it.
  const { detect } = require('tinyld') as typeof import('tinyld');
  return detect(prefix) || null;
}
