/** The persons and bands of persons who did it: as the acts name them, and as the sentences around name them later. */
import { type Analysis, within } from '../analysis.js';
import { spanOf, textOf } from '../doc.js';
import { MOVEMENTS } from '../lexicon/things.js';
import { headLemma, isDefinite, isPerpetrator, isPlural, isPronoun, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { Phrase } from '../schema.js';
import type { Told } from './join.js';
import { isCompatriot } from './parties.js';

/** @param owned indices of the sentences that speak of this incident alone */
export function individualsOf(a: Analysis, told: Told, owned: readonly number[]): Phrase[] {
  const out: Phrase[] = [];
  const seen = new Set<string>();
  const put = (np: NounPhrase): void => {
    const key = headLemma(a, np);
    if (seen.has(key)) return;
    seen.add(key);
    const words = withNumber(a, np);
    const text = words.text.replace(/^(?:the|an?)\s+/i, '');
    out.push({ text, at: [words.at[1] - text.length, words.at[1]] });
  };
  for (const party of told.parties) {
    if (party.kind !== 'perpetrators') continue;
    const np = nounAt(a, party.noun);
    if (isSaidAgain(a, party.noun) || (told.groups.size > 0 && isBareBand(a, np))) continue;
    if (isNoPerson(a, np)) continue;
    if (isPronoun(a, np) || (out.length > 0 && isDefinite(a, np) && a.doc.tokens[np.head]!.pos !== 'NNP')) continue; // "the attackers" are those named before
    put(np);
  }
  for (const s of owned) for (const np of namedAttackers(a, s)) put(np);
  return out;
}

/** "Zaniar Matapour, a Norwegian citizen born in Iran,": who was named right before. */
function isSaidAgain(a: Analysis, n: number): boolean {
  const np = nounAt(a, n);
  const before = a.phrases.nouns[n - 1];
  if (!before || before.last !== np.first - 1 || a.doc.tokens[np.first - 1]!.text !== ',') return false;
  return a.names.actorAt(before.head)?.actor.kind === 'person' && a.names.actorAt(np.head) === null;
}

/** "Rebels", "the terrorists": no more than the group again that did it. */
const isBareBand = (a: Analysis, np: NounPhrase): boolean =>
  np.last - np.first === 1 &&
  /^(?:rebels|terrorists|jihadists|militants|insurgents|extremists)$/.test(a.doc.tokens[np.head]!.lower);

/** A name of something else: "Operation X", "the United Patriots". */
function isNoPerson(a: Analysis, np: NounPhrase): boolean {
  const actor = a.names.actorAt(np.head)?.actor;
  if (MOVEMENTS.has(headLemma(a, np))) return false;
  if (actor) return actor.kind !== 'person' && a.doc.tokens[np.head]!.pos === 'NNP';
  if (a.doc.tokens[np.head]!.pos !== 'NNP' || isPerpetrator(a, np) || isCompatriot(a, np)) return false;
  return np.last - np.first === 1 || /^(?:operation|task|team|unit)$/.test(a.doc.tokens[np.first]!.lower);
}

/** "one of its men". */
function withNumber(a: Analysis, np: NounPhrase): Phrase {
  const { tokens } = a.doc;
  const day = within(a.dates, np.first, np.head).at(-1); // "Last month militants"
  const part = tokens[np.first - 1]?.lower === 'of' && tokens[np.first - 2]?.pos === 'CD';
  const first = day ? day.last : part ? np.first - 2 : np.first;
  return { text: textOf(a.doc, first, np.last), at: spanOf(a.doc, first, np.last) };
}

/** Tokens before "as" within which the verb of naming stands: "named the gunman on Friday as …". */
const NAMING_BACK = 10;
const NAMES = /^(?:named|identified|names|identifies|known)$/;

/** Who is named in a sentence as the one who did it: "the gunman, Cherif Chekatt,", "police named the attacker as Salman Abedi". */
function namedAttackers(a: Analysis, sentence: number): NounPhrase[] {
  const { tokens, sentences } = a.doc;
  const { first, last } = sentences[sentence]!;
  const out: NounPhrase[] = [];
  for (const { actor, first: i } of within(a.names.actorMentions, first, last)) {
    if (actor.kind !== 'person') continue;
    const name = nounAt(a, a.phrases.nounAt[i]!);
    if (!name) continue;
    const before = tokens[name.first - 1]?.lower ?? '';
    const near = a.phrases.nouns[(a.phrases.nounAt[i] ?? 0) - 1];
    const apposed = before === ',' && near?.last === name.first - 1 && isTheOne(a, near);
    const within1 = name.first < i && isTheOne(a, { ...name, head: i - 1, last: i });
    if (apposed || within1 || (before === 'as' && isNamedBefore(a, first, name.first - 1))) out.push(name);
  }
  return out;
}

/** "the gunman", "the suspected bomber": one attacker. */
const isTheOne = (a: Analysis, np: NounPhrase): boolean => !isPlural(a, np) && isPerpetrator(a, np);

function isNamedBefore(a: Analysis, first: number, as: number): boolean {
  const { tokens } = a.doc;
  let named = false;
  for (let i = as - 1; i >= Math.max(first, as - NAMING_BACK); i--) if (NAMES.test(tokens[i]!.lower)) named = true;
  return named && within(a.phrases.nouns, first, as).some((np) => isTheOne(a, np));
}
