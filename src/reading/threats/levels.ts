/** Stated levels: "The UK threat level is unchanged at severe", "raised the terrorist threat level in Sweden to four". */

import { verbIn } from '../acts.js';
import { type Analysis, within } from '../analysis.js';
import { maySay, sayerAt } from '../attributions/voices.js';
import type { Clause } from '../clauses.js';
import { sentenceSpan, speakerOf } from '../danger.js';
import { nextMarked, type Token, textOf } from '../doc.js';
import { clausesIn } from '../facts.js';
import { mark } from '../forms.js';
import { LEVEL_NOUNS, LEVEL_VALUES, LEVELLED, SETTING, STATING } from '../lexicon/threats.js';
import type { ActorEntity, PlaceMention } from '../names/entities.js';
import { nounAt } from '../nouns.js';
import type { Threat } from '../schema.js';

/** The levels that a report states, one for each place. */
export function findLevels(a: Analysis): Threat[] {
  const levels = new Map<string, Threat>();
  for (let s = 0; s < a.doc.sentences.length; s++) {
    const { first, last } = a.doc.sentences[s]!;
    const at = levelAt(a, first, last);
    if (at < 0) {
      const known = s > 0 && spokenOf(a, s - 1);
      const goesOn =
        known || levels.size
          ? clausesIn(a, s).find((one) => (known && opensWithIt(a, one)) || (levels.size > 0 && opensWithLevel(a, one)))
          : undefined;
      // "In Great Britain it is moderate": the level of the sentence before
      if (
        goesOn &&
        !goesOn.verb.negated &&
        (verbIn(STATING, goesOn) || verbIn(SETTING, goesOn)) &&
        hasValue(a.doc.tokens, goesOn.verb.last, last)
      )
        add(a, levels, goesOn, goesOn.verb.first - 1);
      continue;
    }
    let told = false;
    for (const clause of clausesIn(a, s)) {
      if (clause.verb.negated || !(verbIn(STATING, clause) || verbIn(SETTING, clause))) continue;
      const again = told && opensWithIt(a, clause);
      if ((told && !again) || !(isNear(a, clause, at) || again)) continue;
      told = true;
      add(a, levels, clause, again ? clause.verb.first - 1 : at);
    }
    // A bulletin's line: "Threat level: SEVERE"
    if (!told && last - first <= SHORT && hasValue(a.doc.tokens, at + 1, last)) add(a, levels, null, at, s);
  }
  return [...levels.values()];
}

/** Does the sentence speak of a level, or of a threat that is rated? */
function spokenOf(a: Analysis, sentence: number): boolean {
  const { first, last } = a.doc.sentences[sentence]!;
  if (levelAt(a, first, last) >= 0) return true;
  for (let i = nextMarked(a.doc, LEVEL, first, last); i < last; i = nextMarked(a.doc, LEVEL, i + 1, last))
    if (a.doc.tokens[i]!.lower === 'threat') return hasValue(a.doc.tokens, i, last);
  return false;
}

/** Tokens of a line that is no sentence. */
const SHORT = 14;

const LEVEL = mark(({ lower }) => lower === 'threat' || LEVEL_NOUNS.has(lower));

/** The token of "threat level", "alert level", "level of alert", "terrorism alert" among [first, last); -1 without one. */
function levelAt(a: Analysis, first: number, last: number): number {
  const { doc } = a;
  const { tokens } = doc;
  for (let i = nextMarked(doc, LEVEL, first, last); i < last; i = nextMarked(doc, LEVEL, i + 1, last)) {
    const { lower } = tokens[i]!;
    // "the terrorist threat to Britain remains severe"
    if (lower === 'threat' && i > first && TERROR.has(tokens[i - 1]!.lower) && hasValue(tokens, i + 1, last)) return i;
    if (lower === 'threat' && tokens[i + 1]?.lower === 'to' && isRated(a, i, last)) return i;
    if (!LEVEL_NOUNS.has(lower)) continue;
    const before = i > first ? tokens[i - 1]!.lower : '';
    const behind = tokens[i + 1]?.lower === 'of' ? (tokens[i + 2]?.lower ?? '') : '';
    if (LEVELLED.has(before) || (lower !== 'alert' && LEVELLED.has(behind)) || before === 'vigipirate') return i;
  }
  return -1;
}

/** "the threat to X from terrorism was raised to severe": rated, and posed by no group that is named. */
function isRated(a: Analysis, at: number, last: number): boolean {
  const { tokens } = a.doc;
  for (let i = at + 2; i < last && i < at + 2 + RATING; i++)
    if (RATED.has(tokens[i]!.lower))
      return !within(a.names.actorMentions, at, i).some(({ actor }) => actor.kind === 'group');
  return false;
}
/** Tokens between a threat and how high it is said to be. */
const RATING = 16;
const RATED: ReadonlySet<string> = new Set('severe substantial critical moderate low high elevated'.split(' '));

const TERROR: ReadonlySet<string> = new Set(['terror', 'terrorist', 'terrorism']);

/** Is the level the subject of the clause, or the object of a verb that sets it? */
function isNear(_: Analysis, { verb, first, last, subjects, objects }: Clause, at: number): boolean {
  const setting = SETTING.has(verb.lemma) && !verb.passive;
  if (setting && at >= verb.last && at <= verb.last + 8) return true;
  return (
    at < verb.first && (at >= first || subjects.length + objects.length === 0 || verb.first - at < 14) && at < last
  );
}

/** "and in Great Britain it was raised": the level again. */
const opensWithIt = (a: Analysis, { subjects }: Clause): boolean =>
  subjects[0] !== undefined && a.doc.tokens[nounAt(a, subjects[0]).head]!.lower === 'it';

/** "In Belgium the level was left at two". */
const opensWithLevel = (a: Analysis, { subjects, objects, verb }: Clause): boolean =>
  (verb.passive ? subjects : [...subjects, ...objects]).some((n) => a.doc.tokens[nounAt(a, n).head]!.lower === 'level');

/** Is a value of a level among the tokens [first, last)? */
export function hasValue(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (LEVEL_VALUES.has(tokens[i]!.lower)) return true;
  return false;
}

function add(a: Analysis, levels: Map<string, Threat>, clause: Clause | null, at: number, line = -1): void {
  const sentence = clause?.sentence ?? line;
  const where = placeOf(a, sentence, at);
  const evidence = sentenceSpan(a, sentence);
  const known = levels.get(where?.place.id ?? '');
  if (known) {
    if (known.evidence.at(-1)?.[0] !== evidence[0]) known.evidence.push(evidence);
    return;
  }
  levels.set(where?.place.id ?? '', {
    actor: null,
    type: 'level',
    against: where ? [textOf(a.doc, where.first, where.last)] : [],
    place: where?.place.id ?? null,
    by: clause ? ((speakerOf(a, clause) ?? raiser(a, clause))?.id ?? null) : null,
    horizon: null,
    evidence: [evidence],
  });
}

/** The office that raises or lowers the level. */
function raiser(a: Analysis, { verb, subjects, prepositional }: Clause): ActorEntity | null {
  if (!SETTING.has(verb.lemma)) return null;
  const n = verb.passive ? prepositional.find(({ preposition }) => preposition === 'by')?.noun : subjects[0];
  if (n === undefined) return null;
  const np = nounAt(a, n);
  if (LEVEL_NOUNS.has(a.doc.tokens[np.head]!.lower) || !maySay(a, np)) return null;
  const actor = sayerAt(a, np, undefined);
  return /^(?:agency|government|organisation|person)$/.test(actor.kind) ? actor : null;
}

/** Tokens around the level in which the place that it holds for is looked for first. */
const AROUND = 6;

/** The place that the level holds for: named beside it, else in its sentence, else the country the report is about. */
export function placeOf(a: Analysis, sentence: number, at: number): PlaceMention | null {
  const { first: start, last } = a.doc.sentences[sentence]!;
  // "CANBERRA - Australia raised": where it was written
  const first = start + (/^[-–—]+$/.test(a.doc.tokens[start + 1]?.text ?? '') ? 2 : 0);
  return (
    within(a.names.placeMentions, Math.max(first, at - AROUND), Math.min(last, at + AROUND))[0] ??
    within(a.names.placeMentions, first, last)[0] ??
    a.names.placeMentions.find(({ place }) => place.precision === 'country' && place.country === a.names.country) ??
    null
  );
}
