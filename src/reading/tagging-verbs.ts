/** Plurals and singulars that are verbs after all, where a sentence would have none. */
import type { Pos, Token } from './doc.js';
import { asVerb } from './forms.js';

export const isVerbTag = (pos: Pos): boolean => pos.startsWith('VB');

/** "An explosion wrecks the hall": more often nouns elsewhere. */
const STRIKING = new Set([
  'wrecks',
  'rocks',
  'rips',
  'tears',
  'guts',
  'rakes',
  'shells',
  'storms',
  'torches',
  'bombs',
  'maims',
]);

/** "The police suspect", "The Red Brigades also claim": plural in what is said of them. */
const isPluralSubject = (tokens: Token[], subject: number, verb: number): boolean =>
  /^(?:police|people)$/.test(tokens[subject]!.lower) ||
  tokens[verb - 1]!.lower === 'both' ||
  (subject < verb - 1 && tokens[subject]!.pos === 'NNP' && /[^s]s$/.test(tokens[subject]!.lower));

const isFiniteTag = (pos: Pos): boolean => pos === 'VBD' || pos === 'VBZ' || pos === 'VBP' || pos === 'MD';
const NOMINAL = /^(?:NN|NNP)$/;
const BEGINS_OBJECT = /^(?:DT|PRP\$|PRP|NNP|CD|JJ|JJS|NNS|NN|VBN)$/;

/**
 * Plurals that are verbs after all: those joined to a verb of the same form ("tracks and targets groups"), and, where
 * the sentence has no finite verb yet, the first that follows what may be its subject ("Gunmen attack hotel").
 */
export function mendVerbs(tokens: Token[], choice: (readonly Pos[])[], first: number, last: number): void {
  let finite = 0;
  let verbs = 0;
  let inserted = false; // ", which …": what stands behind its comma goes on with the sentence
  for (let i = first; i < last; i++) {
    const { pos } = tokens[i]!;
    if (isFiniteTag(pos)) {
      finite = i + 1;
      if (!auxiliaryBefore(tokens, i, first)) verbs++;
      continue;
    }
    if ((pos === 'WP' || pos === 'WDT') && tokens[i - 1]?.text === ',' && !verbs) inserted = true;
    if (
      inserted &&
      verbs === 1 &&
      pos === 'NNS' &&
      tokens[i - 1]!.text === ',' &&
      choice[i - first]!.includes('VBZ') &&
      i + 1 < last &&
      BEGINS_OBJECT.test(tokens[i + 1]!.pos)
    ) {
      tokens[i]!.pos = 'VBZ'; // "X, which is allied with Y, controls large parts"
      verbs++;
    }
    if (pos !== 'NNS' || i === first || !choice[i - first]!.includes('VBZ')) continue;
    const next = tokens[i + 1];
    if (!finite || !next || i + 1 >= last || tokens[i - 1]!.pos !== 'CC' || !BEGINS_OBJECT.test(next.pos)) continue;
    // "attacks targets in Mali and claims responsibility"; "raids, arrests and attacks last year" joins nouns
    const listed = tokens[i - 2]?.pos === 'NNS' && !/^(?:DT|NNS?)$/.test(next.pos);
    if (tokens[finite - 1]!.pos === 'VBZ' && !listed) tokens[i]!.pos = 'VBZ';
  }
  if (finite || last - first < 4) return;
  for (let i = first + 1; i + 1 < last; i++) {
    const { pos } = tokens[i]!;
    if (pos !== 'NNS' && pos !== 'NN') continue;
    const tags = choice[i - first]!;
    const subject = (tokens[i - 1]!.pos === 'RB' || tokens[i - 1]!.lower === 'both') && i - 2 >= first ? i - 2 : i - 1; // "X still controls large parts"
    const before = tokens[subject]!.pos;
    const verb =
      NOMINAL.test(before) && (tags.includes('VBZ') || STRIKING.has(tokens[i]!.lower))
        ? 'VBZ'
        : (before === 'NNS' || isPluralSubject(tokens, subject, i)) && tags.some((tag) => tag === 'VB' || tag === 'VBP')
          ? 'VBP'
          : null;
    const next = tokens[i + 1]!;
    if (!verb || !(BEGINS_OBJECT.test(next.pos) || next.text === ',' || next.pos === 'IN' || next.pos === 'TO'))
      continue;
    // "Border controls on ships": before a preposition only a name is sure to be a subject
    if ((next.pos === 'IN' || next.text === ',') && before !== 'NNP') continue;
    tokens[i]!.pos = verb;
    mendVerbs(tokens, choice, i, last);
    return;
  }
}

const BE_OR_HAVE = new Set(['be', 'have', 'get']);

/** The lemma of the auxiliary that governs token i: looks back over adverbs and other auxiliaries. */
export function auxiliaryBefore(tokens: Token[], i: number, first: number): 'be' | 'have' | null {
  for (let j = i - 1; j >= first && j >= i - 4; j--) {
    const { pos, form } = tokens[j]!;
    if (pos === 'RB') continue;
    if (!isVerbTag(pos) && pos !== 'POS') return null;
    const lemma = pos === 'POS' ? 'be' : asVerb(form);
    return BE_OR_HAVE.has(lemma) ? (lemma === 'have' ? 'have' : 'be') : null;
  }
  return null;
}
