/** What a sentence shows of the incident that it may tell: features of the sentence model. */
import { clausesIn } from '../../reading/facts.js';
import type { Text } from './text.js';
import { typesOf } from './triggers.js';
import { actClass, nounClass, verbClass } from './word-classes.js';

/** Features that all sentences of a text share: what kind of text it is. */
export function textFeatures({ message, a, from }: Text): string[] {
  const out: string[] = [];
  const head = message.text.slice(0, message.body);
  for (const mark of head.matchAll(
    /\[(SPEECH|STATEMENT|EDITORIAL|INTERVIEW|NEWS CONFERENCE|COMMENTARY|COMMUNIQUE|REPORT|ARTICLE|EXCERPTS|SUMMARY)\b/g,
  ))
    out.push(`mark:${mark[1]}`);
  if (/VENCEREMOS|FARABUNDO|CLANDESTINE/.test(head)) out.push('mark:rebels');
  if (/\[CONTINUED\]/.test(message.text.slice(0, message.body + 60))) out.push('mark:continued');
  const agency = /\(([A-Z -]+)\)\s*--/.exec(head)?.[1];
  if (agency) out.push(`agency:${agency}`);
  let telling = 0;
  for (const token of a.doc.tokens) if (typesOf(token.lemma).size) telling++;
  out.push(`telling:${Math.min(6, Math.floor((40 * telling) / a.doc.tokens.length))}`);
  const length = a.doc.sentences.length - from;
  out.push(`length:${length < 4 ? 0 : length < 8 ? 1 : length < 15 ? 2 : length < 30 ? 3 : 4}`);
  return out;
}

const classOf = (lemma: string, pos: string): string =>
  nounClass(lemma) ?? (pos === 'NNP' ? 'NAME' : pos === 'PRP' ? 'PRP' : '?');

const lemmas = (text: Text, s: number): Set<string> => {
  const out = new Set<string>();
  const sentence = text.a.doc.sentences[s];
  if (!sentence || s < text.from) return out;
  for (let i = sentence.first; i < sentence.last; i++) {
    const { lemma } = text.a.doc.tokens[i]!;
    if (typesOf(lemma).size) out.add(lemma);
  }
  return out;
};

/** Features of sentence `s`; `shared` are those of the text. */
export function sentenceFeatures(text: Text, s: number, shared: readonly string[]): string[] {
  const { doc, phrases, dates } = text.a;
  const { first, last } = doc.sentences[s]!;
  const out = new Set<string>(shared);
  const at = s - text.from;
  out.add(`at:${at < 3 ? at : at < 6 ? 3 : at < 12 ? 4 : 5}`);
  let previous = '^';
  for (let i = first; i < last; i++) {
    const { lemma, pos } = doc.tokens[i]!;
    if (pos === 'SYM' || pos === 'DT') continue;
    const word = pos === 'CD' ? '#' : lemma;
    out.add(`w:${word}`);
    out.add(`b:${previous}_${word}`);
    previous = word;
    const kind = nounClass(lemma);
    if (kind) out.add(`C:${kind}`);
    const act = actClass(lemma);
    if (act) {
      out.add(`A:${act}`);
      // "the murder of two peasants", "an attack on a bus": what the act was done to.
      const preposition = doc.tokens[i + 1]?.lower ?? '';
      if (/^(?:of|on|against|at|in|by|with)$/.test(preposition)) {
        const noun = phrases.nouns[phrases.nounAt[i + 2] ?? -1];
        const head = noun && doc.tokens[noun.head];
        if (head) out.add(`A:${act}_${preposition}_${classOf(head.lemma, head.pos)}`);
      }
      const before = doc.tokens[i - 1]?.lower ?? '';
      out.add(`A:${before}_${act}`);
    }
  }
  const kinds = [...out].filter((f) => /^[CA]:[a-z]+$/.test(f)).sort();
  for (let x = 0; x < kinds.length; x++) for (let y = x + 1; y < kinds.length; y++) out.add(`${kinds[x]}+${kinds[y]}`);
  for (const { verb, subjects, objects, prepositional } of clausesIn(text.a, s)) {
    const name = `${verb.lemma}${verb.particle ? `_${verb.particle}` : ''}${verb.passive ? '/p' : ''}`;
    const mood = `${verb.negated ? 'not' : ''}${verb.modal ?? ''}${verb.form === 'infinitive' ? 'to' : ''}${verb.perfect ? 'perf' : ''}`;
    if (typesOf(verb.lemma).size) out.add(`v:${name}:${mood}`);
    const headOf = (n: number): string => doc.tokens[phrases.nouns[n]!.head]!.lemma;
    const group = verbClass(verb.lemma, verb.particle);
    if (group) {
      const kind = `${group}${verb.passive ? '/p' : ''}`;
      out.add(`V:${kind}`);
      out.add(`V:${kind}:${mood}`);
      for (const n of subjects) out.add(`SV:${classOf(headOf(n), doc.tokens[phrases.nouns[n]!.head]!.pos)}_${kind}`);
      for (const n of objects) out.add(`VO:${kind}_${classOf(headOf(n), doc.tokens[phrases.nouns[n]!.head]!.pos)}`);
      for (const { preposition, noun } of prepositional)
        out.add(`VP:${kind}_${preposition}_${classOf(headOf(noun), doc.tokens[phrases.nouns[noun]!.head]!.pos)}`);
    }
    for (const n of subjects) out.add(`sv:${headOf(n)}_${name}`);
    for (const n of objects) out.add(`vo:${name}_${headOf(n)}`);
    for (const { preposition, noun } of prepositional) out.add(`vp:${name}_${preposition}_${headOf(noun)}`);
  }
  for (const lemma of lemmas(text, s - 1)) out.add(`before:${lemma}`);
  for (const lemma of lemmas(text, s + 1)) out.add(`after:${lemma}`);
  for (const date of dates) {
    if (date.first < first || date.first >= last) continue;
    out.add(`date:${date.kind}`);
    const days = age(text, date.end ?? date.start);
    if (days !== null) out.add(`age:${days < 0 ? 'future' : days < 8 ? 'week' : days < 62 ? 'two-months' : 'old'}`);
  }
  return [...out];
}

/** Days from the given day to that of the message. */
export function age({ message }: Text, day: string | null): number | null {
  if (!day || !message.date) return null;
  return Math.round((Date.parse(message.date) - Date.parse(day)) / 86_400_000);
}
