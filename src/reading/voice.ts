/**
 * What the tagger's past tenses and participles are after all, by what stands around them: "X, the promoter, called off
 * three shows" against "X, linked to Y, claimed" and "arrested 11 people linked to it".
 */
import type { Doc } from './doc.js';
import { SPEECH } from './lexicon/speech.js';
import type { Phrases, VerbGroup } from './phrases.js';
import { tagsOf } from './words.js';

/** "The leader, X, called on …": a participle after a comma in a sentence without a main verb is the main verb. */
export function finiteAfterApposition({ tokens }: Doc, verbs: readonly VerbGroup[]): void {
  const [verb] = verbs;
  if (verb?.form !== 'participle' || verb.first !== verb.head || tokens[verb.first - 1]?.lower !== ',') return;
  if (!tagsOf(tokens[verb.head]!.lower)?.includes('VBD')) return;
  if (verbs.some(({ finite, first }) => finite && !/^(?:W|IN)/.test(tokens[first - 1]?.pos ?? ''))) return;
  becomeFinite(verb);
}

export function becomeFinite(verb: VerbGroup): void {
  verb.form = 'finite';
  verb.finite = true;
  verb.passive = false;
}

export function becomeParticiple(verb: VerbGroup): void {
  verb.form = 'participle';
  verb.finite = false;
  verb.passive = true;
}

/** Verbs whose participle takes what looks like an object: "a man named X", "a group given arms". */
const TWO_PLACED = new Set(
  'name call dub title entitle give award offer deny pay teach show tell ask grant elect appoint declare make consider deem leave send hand rename style'.split(
    ' ',
  ),
);
const TIME_NOUN =
  /^(?:day|week|month|year|hour|minute|decade|morning|evening|night|afternoon|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary|\.)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|dead|time)$/;

/**
 * "X, the promoter, called off three shows", "Police defused a bomb", "laid an ambush and neutralized five": a participle
 * with an object right behind it is a past tense.
 */
export function isPast({ tokens }: Doc, phrases: Phrases, verb: VerbGroup): boolean {
  if (verb.form !== 'participle' || verb.first !== verb.head || TWO_PLACED.has(verb.lemma)) return false;
  const { lower } = tokens[verb.head]!;
  if (!lower.endsWith('ed') && !tagsOf(lower)?.includes('VBD')) return false;
  const before = tokens[verb.first - 1];
  if (!before || !(/^(?:CC|RB)$/.test(before.pos) || before.text === ',' || phrases.nounAt[verb.first - 1]! >= 0))
    return false;
  const n = phrases.nounAt[verb.last] ?? -1;
  if (n < 0 || phrases.nouns[n]!.first !== verb.last) return false;
  const { head } = phrases.nouns[n]!;
  return !TIME_NOUN.test(tokens[head]!.lemma) && !TIME_NOUN.test(tokens[head]!.lower) && tokens[head]!.pos !== 'CD';
}

const AFTER_PARTICIPLE = new Set('by to with of in for on from as at over'.split(' '));

/**
 * "arrested 11 people linked to it": the verb behind the object that is a participle told of it; null where it is the verb
 * of a clause that the verb of saying governs ("believes the men fled to the hills") or has an object of its own.
 */
export function describedObject(
  doc: Doc,
  phrases: Phrases,
  { verb, objects }: { verb: VerbGroup; objects: readonly number[] },
  n: number,
  ceiling: number,
): VerbGroup | null {
  const { tokens } = doc;
  const { first, last } = phrases.nouns[n]!;
  if (first !== verb.last || last !== ceiling || verb.passive || objects.length || SPEECH.has(verb.lemma)) return null;
  const next = phrases.verbs[phrases.verbAt[ceiling] ?? -1];
  if (next?.form !== 'finite' || next.first !== next.head || !OF_OTHERS.has(next.lemma)) return null;
  return AFTER_PARTICIPLE.has(tokens[next.last]?.lower ?? '') ? next : null;
}

/** Verbs that are told of somebody in the passive: those who fled did so themselves. */
const OF_OTHERS = new Set(
  `link tie bind connect accuse suspect charge convict believe allege know arm train back support fund lead command head base station hold detain arrest
  kidnap abduct kill wound injure seize capture want identify describe involve associate affiliate ally dress disguise claim send recruit find
  hire deploy intend design aim plan plant hide use make build store smuggle attribute blame sentence found establish form create set launch organise organize
  strap pack load fill stuff fit attach fix park conceal bury tuck wrap own operate escort rig wire fasten`.split(
    /\s+/,
  ),
);

/** "X, linked to Y, claimed", "X, a group set up in 2013 by A and B, was banned": the comma closes what a comma opened. */
export function isInserted({ tokens }: Doc, verb: VerbGroup, before: VerbGroup, hasBy: boolean): boolean {
  if (tokens[verb.first - 1]?.text !== ',' || !OF_OTHERS.has(before.lemma)) return false;
  return tokens[before.first - 1]?.text === ',' || hasBy;
}

/** "may stab or ram people", "to seize or ram a ship": a base form joined to another is governed by what governs that one. */
export function joinBase({ tokens }: Doc, verb: VerbGroup, before: VerbGroup): void {
  if (verb.first !== verb.head || tokens[verb.head]!.pos !== 'VB' || verb.form !== 'finite') return;
  if (tokens[verb.first - 1]!.pos !== 'CC') return;
  if (before.modal !== null) verb.modal = before.modal;
  else if (before.form === 'infinitive') {
    verb.form = 'infinitive';
    verb.finite = false;
  }
}
