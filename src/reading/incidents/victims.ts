/** Who was harmed: those whom the acts and the tolls name, and those whom the sentences around tell of. */
import { type Analysis, within } from '../analysis.js';
import { bareWords, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { Incident } from '../schema.js';
import type { Casualty } from './casualties.js';
import type { EventMention } from './mention.js';
import type { Fate } from './outcome.js';
import { isCompatriot } from './parties.js';

/** @param owned indices of the sentences that speak of this incident alone */
export function victimsOf(
  a: Analysis,
  mentions: readonly EventMention[],
  casualties: readonly Casualty[],
  owned: readonly number[],
): Incident['victims'] {
  const out = new Map<string, Incident['victims'][number]>();
  const put = (
    n: number,
    outcome: Incident['victims'][number]['outcome'],
    count: Incident['victims'][number]['count'],
  ): void => {
    const np = nounAt(a, n);
    const thing = thingOf(a, np);
    const person = a.names.actorAt(np.head)?.actor.kind === 'person' || isCompatriot(a, np);
    if (!person && thing?.class !== 'person') return;
    const words = bareWords(a, np);
    const key = words.text.toLowerCase();
    if (!out.has(key)) out.set(key, { ...words, type: thing?.type ?? 'private-citizens', outcome, count });
  };
  for (const { outcome, nouns, count } of casualties)
    for (const n of nouns) put(n, outcome, nouns.length === 1 ? count : null);
  for (const { patients, word } of mentions)
    for (const n of patients) {
      if (isPronoun(a, nounAt(a, n))) continue;
      put(n, word.outcome, null);
      const aboard = peopleIn(a, n);
      if (aboard >= 0) put(aboard, null, null);
    }
  for (const s of new Set([...casualties, ...mentions].map(({ sentence }) => sentence)))
    for (const n of partsOf(a, s)) put(n, casualties.find(({ sentence }) => sentence === s)?.outcome ?? null, null);
  for (const s of owned) for (const { noun, outcome } of namedAmong(a, s)) put(noun, outcome, null);
  return [...out.values()];
}

/** "a convoy of police", "a bus full of soldiers", "a stop crowded with soldiers", "a base manned by Burundians"; or -1. */
function peopleIn(a: Analysis, n: number): number {
  const { last } = nounAt(a, n);
  const { tokens } = a.doc;
  const word = (i: number): string => tokens[i]?.lower ?? '';
  const of = word(last) === 'full' ? last + 1 : last;
  const at =
    word(of) === 'of' || CARRYING.test(word(last))
      ? of + 1
      : /^(?:with|by)$/.test(word(last + 1)) && PEOPLED.test(word(last))
        ? last + 2
        : -1;
  const people = at < 0 ? -1 : (a.phrases.nounAt[at] ?? -1);
  // "the grave of General X": of somebody, not with him in it
  const named = people >= 0 && a.names.actorAt(nounAt(a, people).head)?.actor.kind === 'person';
  return people >= 0 && !named && nounAt(a, people).first === at ? people : -1;
}
const CARRYING = /^(?:carrying|transporting|bringing|taking)$/;
const PEOPLED = /^(?:crowded|packed|filled|lined|manned|used|frequented|occupied|visited|inhabited)$/;

const FATES: ReadonlyMap<string, Fate> = new Map(
  Object.entries({
    dead: 'killed',
    victim: 'killed',
    victims: 'killed',
    deceased: 'killed',
    slain: 'killed',
    fatalities: 'killed',
    killed: 'killed',
    injured: 'injured',
    wounded: 'injured',
  } as const),
);

/** "The dead include a clan elder and two waiters", "Among those killed was X", "The victims were named as X and Y". */
function namedAmong(a: Analysis, sentence: number): { noun: number; outcome: Fate }[] {
  const { tokens, sentences } = a.doc;
  const { first, last } = sentences[sentence]!;
  const at = tokens[first]!.lower === 'among' ? first + 1 : first;
  if (!/^(?:the|those)$/.test(tokens[at]!.lower)) return [];
  const outcome = FATES.get(tokens[at + 1]?.lower ?? '');
  const clause = a.clauses[a.clauseAt[at + 2] ?? -1] ?? a.clauses[a.clauseAt[at + 1] ?? -1];
  if (!outcome || clause?.sentence !== sentence || !NAMING.has(clause.verb.lemma) || clause.verb.negated) return [];
  const told = clause.verb.lemma === 'include' || clause.verb.lemma === 'be' || clause.verb.passive;
  if (!told) return [];
  const from = clause.verb.last + (tokens[clause.verb.last]?.lower === 'as' ? 1 : 0);
  const out: { noun: number; outcome: Fate }[] = [];
  for (let n = a.phrases.nounAt[from] ?? -1; n >= 0 && n < a.phrases.nouns.length; n++) {
    const np = nounAt(a, n);
    if (np.first >= last || (np.first > from && !/^(?:,|and|as|of|;)$/.test(tokens[np.first - 1]!.lower))) break;
    if (tokens[np.first - 1]!.lower !== 'of') out.push({ noun: n, outcome });
  }
  return out;
}
const NAMING = new Set(['include', 'be', 'comprise', 'identify', 'name', 'number']);

/** "most of them students", "women and children among them", "including two priests", "three people: a man, his wife and a guide". */
function partsOf(a: Analysis, sentence: number): number[] {
  const { first, last } = a.doc.sentences[sentence]!;
  const { tokens } = a.doc;
  const word = (i: number): string => (i >= first && i < last ? tokens[i]!.lower : '');
  const out: number[] = [];
  let listed = false;
  for (let i = first; i < last; i++) {
    const n = a.phrases.nounAt[i]!;
    if (n < 0 || nounAt(a, n).first !== i) continue;
    const np = nounAt(a, n);
    const isPart =
      word(i - 1) === 'including' ||
      word(i - 1) === 'mostly' ||
      (/^(?:them|whom)$/.test(word(i - 1)) && /^(?:of|among)$/.test(word(i - 2))) ||
      (word(np.last) === 'among' && /^(?:them|whom)$/.test(word(np.last + 1))) ||
      (word(i - 1) === ':' && followsPeople(a, i - 1));
    listed = isPart || (listed && /^(?:,|and|or)$/.test(word(i - 1)));
    if (listed) out.push(n);
  }
  return out;
}

/** Does the colon at token i stand behind people who were counted or named? */
function followsPeople(a: Analysis, i: number): boolean {
  const near = within(a.phrases.nouns, Math.max(a.doc.sentences[a.doc.tokens[i]!.sentence]!.first, i - 6), i);
  return near.some((np) => thingOf(a, np)?.class === 'person');
}
