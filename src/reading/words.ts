/** What a lexicon of English says of single words: their possible parts of speech and their base forms. */
// The package's own entry turns all of its 90,000 words into arrays before any is asked for.
import { tags as TAGS } from 'brill/lib/tags.js';
import { words as WORDS } from 'brill/lib/words.js';
import { interned } from './fold.js';
import { EXTRA_WORDS, IRREGULAR_NOUNS, IRREGULAR_VERBS } from './lexicon/words.js';

/**
 * Parts of speech after the Penn Treebank (Marcus et al. 1993), as far as the reader tells them apart:
 * NN NNS NNP (names, singular or plural), PRP PRP$ DT JJ JJR JJS RB CD IN TO CC MD EX WDT WP WRB POS RP UH,
 * VB VBD VBG VBN VBP VBZ, SYM for punctuation and marks.
 */
export type Pos = string;

/** Tags of the lexicon that the reader tells apart by another name, or does not use. */
const SAME: Record<string, Pos> = {
  NNPS: 'NNP',
  PDT: 'DT',
  WDT: 'WDT',
  RBR: 'RB',
  RBS: 'RB',
  FW: 'NN',
  LS: 'CD',
  WP$: 'WP',
};

const extra = new Map(Object.entries(EXTRA_WORDS));
/** What has been looked up so far: a text needs few of the lexicon's words. */
const known = new Map<string, readonly Pos[]>();

/** Possible tags of a word as written, likeliest first; undefined where the lexicon lacks it. */
export function tagsOf(word: string): readonly Pos[] | undefined {
  const cached = known.get(word);
  if (cached) return cached;
  const tags = lexiconTags(word);
  if (!tags?.length) return undefined;
  known.set(word, tags);
  // The lexicon has "planning" as a noun only; any verb's -ing form may be its gerund.
  if (/^[a-z]+ing$/.test(word) && tags[0] === 'NN' && !tags.includes('VBG') && isVerb(makeVerbLemma(word)))
    tags.push('VBG');
  return tags;
}

function lexiconTags(word: string): Pos[] | undefined {
  const own = extra.get(word);
  if (own) return own.split(' ').map(interned);
  if (!Object.hasOwn(WORDS, word)) return undefined;
  return [WORDS[word]!]
    .flat()
    .map((tag) => SAME[TAGS[tag]!] ?? TAGS[tag]!)
    .filter((tag) => /^[A-Z]+\$?$/.test(tag));
}

function isVerb(word: string): boolean {
  return tagsOf(word)?.some((t) => t === 'VB' || t === 'VBP') ?? false;
}
const isNoun = (word: string): boolean => tagsOf(word)?.includes('NN') ?? false;

function firstOf(candidates: string[], test: (word: string) => boolean): string | null {
  for (const candidate of candidates) if (test(candidate)) return candidate;
  return null;
}

const irregularVerbs = new Map(Object.entries(IRREGULAR_VERBS));
const irregularNouns = new Map(Object.entries(IRREGULAR_NOUNS));
const verbLemmas = new Map<string, string>();
const nounLemmas = new Map<string, string>();
/** The caches hold words of English and of names; they are emptied before they grow without bound. */
const MOST_LEMMAS = 50_000;

/** Base form of a folded verb form: "planned" → "plan", "carried" → "carry", "shot" → "shoot". */
export function verbLemma(word: string): string {
  const irregular = irregularVerbs.get(word);
  if (irregular) return irregular;
  const cached = verbLemmas.get(word);
  if (cached) return cached;
  if (verbLemmas.size > MOST_LEMMAS) verbLemmas.clear();
  const lemma = makeVerbLemma(word);
  verbLemmas.set(word, lemma);
  return lemma;
}

function makeVerbLemma(word: string): string {
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0) return word.slice(0, hyphen + 1) + verbLemma(word.slice(hyphen + 1));
  if (word.endsWith('eed') && isVerb(word)) return word; // "heed", "proceed", but not "freed"
  for (const ending of ['ing', 'ed'] as const) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    if (!/[aeiouy]/.test(stem)) continue; // "bring", "sting"
    const undoubled = /([bdfgklmnprstvz])\1$/.test(stem) ? stem.slice(0, -1) : null;
    const candidates = [
      stem,
      `${stem}e`,
      ...(undoubled ? [undoubled] : []),
      ...(stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : []),
    ];
    const preferE = /[^aeiou][aeiou]?[cgsuvz]$|[aeiou][tl]$|at$|iz$/.test(stem);
    const found = firstOf(preferE ? [`${stem}e`, ...candidates] : candidates, isVerb);
    if (found) return found;
    return stem.endsWith('i')
      ? `${stem.slice(0, -1)}y`
      : undoubled && !/(ll|ss)$/.test(stem)
        ? undoubled
        : preferE
          ? `${stem}e`
          : stem;
  }
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|o)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('s') && !word.endsWith('ss') && word.length > 3) return word.slice(0, -1);
  return word;
}

/** Singular of a folded noun: "bombs" → "bomb", "gunmen" → "gunman", "embassies" → "embassy". */
export function nounLemma(word: string): string {
  const irregular = irregularNouns.get(word);
  if (irregular) return irregular;
  const cached = nounLemmas.get(word);
  if (cached) return cached;
  if (nounLemmas.size > MOST_LEMMAS) nounLemmas.clear();
  const lemma = makeNounLemma(word);
  nounLemmas.set(word, lemma);
  return lemma;
}

function makeNounLemma(word: string): string {
  const hyphen = word.lastIndexOf('-');
  if (hyphen > 0) return word.slice(0, hyphen + 1) + nounLemma(word.slice(hyphen + 1));
  if (/[^aeiou]men$/.test(word) || (/..[aeiou]men$/.test(word) && tagsOf(word)?.[0] !== 'NN'))
    return `${word.slice(0, -2)}an`;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (word.endsWith('ves') && isNoun(`${word.slice(0, -3)}f`)) return `${word.slice(0, -3)}f`;
  if (word.endsWith('ves') && isNoun(`${word.slice(0, -3)}fe`)) return `${word.slice(0, -3)}fe`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('oes')) return word.slice(0, -2);
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word) && word.length > 3) return word.slice(0, -1);
  return word;
}

const title = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Does the lexicon have the folded word as a name ("Turkey")? */
export const isProper = (word: string): boolean => tagsOf(title(word))?.[0] === 'NNP';

/** Does the lexicon have the folded word, a word it is a form of, or both halves of it, otherwise than as a name? */
export function isCommon(word: string): boolean {
  if (tagsOf(word)) return true;
  for (const base of [verbLemma(word), nounLemma(word)])
    if (base !== word && tagsOf(base)?.some((tag) => tag === 'NN' || tag === 'VB' || tag === 'VBP')) return true;
  if (tagsOf(title(word))) return false;
  const derived = /^(.{3,}?)(?:ly|er|ers|ness|less|ism|ist|ists|isation|isations|ised|ise|ising)$/.exec(word)?.[1];
  if (derived && (tagsOf(derived) || tagsOf(`${derived}e`))) return true;
  for (let cut = 3; cut <= word.length - 3; cut++)
    if (isPart(word.slice(0, cut)) && isPart(nounLemma(word.slice(cut)))) return true; // "firefight", "airstrikes"
  return false;
}

const isPart = (word: string): boolean => {
  const tags = tagsOf(word);
  return tags !== undefined && /^(?:NN|VB|JJ|IN|RB|RP)$/.test(tags[0]!);
};
