/** When an event took place, in the form of the DATE slot: "03 JAN 90", "01 JAN 90 - 03 JAN 90", "- 03 JAN 90". */
import type { Choice } from './choice.js';
import type { Event } from './event.js';
import { MONTHS } from './layout.js';
import { age } from './sentence-features.js';
import type { Text } from './text.js';
import { typesOf } from './triggers.js';

const printDay = (iso: string): string =>
  `${iso.slice(8, 10)} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(2, 4)}`;

const ageBin = (days: number | null): string =>
  days === null
    ? '?'
    : days < 0
      ? 'future'
      : days === 0
        ? '0'
        : days === 1
          ? '1'
          : days < 4
            ? '3'
            : days < 15
              ? '14'
              : days < 62
                ? '61'
                : days < 400
                  ? 'year'
                  : 'old';

/** The dates that may be the event's. */
export function dateChoices(text: Text, event: Event): Choice[] {
  const { message, a } = text;
  const { tokens, sentences } = a.doc;
  const found = new Map<string, Set<string>>();
  const propose = (value: string, features: readonly string[]): void => {
    const known = found.get(value) ?? new Set();
    for (const f of features) known.add(f);
    found.set(value, known);
  };
  const wordsIn = (first: number, last: number): string =>
    tokens
      .slice(first, last)
      .map(({ lower }) => (/\d/.test(lower) ? '#' : lower))
      .join('_');
  const zone = (s: number): string =>
    event.sentences.includes(s)
      ? 'in'
      : event.sentences.includes(s + 1)
        ? 'before'
        : event.sentences.includes(s - 1)
          ? 'after'
          : 'far';
  const mentions = a.dates.filter(({ kind, first }) => kind !== 'dateline' && tokens[first]!.start >= message.body);
  const inside = mentions.filter(({ first }) => zone(tokens[first]!.sentence) === 'in');
  if (message.date) {
    const kinds = new Set(inside.map(({ kind }) => `has:${kind}`));
    propose(`- ${printDay(message.date)}`, [
      'default',
      `default:${event.type}`,
      `default:inside${Math.min(2, inside.length)}`,
      `default:all${Math.min(3, mentions.length)}`,
      `default:sentences${Math.min(3, event.sentences.length)}`,
      `default:first${Math.min(4, event.sentences[0]! - text.from)}`,
      ...[...kinds].map((k) => `default:${k}`),
      ...inside.map(({ first, last }) => `default:words:${wordsIn(first, last)}`),
      ...inside.map(({ end, start }) => `default:age:${ageBin(age(text, end ?? start))}`),
    ]);
  }
  mentions.forEach((mention) => {
    const { start, end, kind, first, last } = mention;
    if (!start && !end) return;
    const s = tokens[first]!.sentence;
    const where = zone(s);
    const words = wordsIn(first, last);
    const days = age(text, end ?? start);
    let near = 99;
    for (let i = sentences[s]!.first; i < sentences[s]!.last; i++)
      if (typesOf(tokens[i]!.lemma).size) near = Math.min(near, Math.abs(i - first));
    const before = tokens[first - 1];
    const context = [
      `${where}`,
      `${where}:${kind}`,
      `${where}:${event.sentences[0] === s ? 'lead' : 'later'}`,
      `${where}:rank${Math.min(2, where === 'in' ? inside.indexOf(mention) : 3)}`,
      `words:${words}`,
      `${where}:words:${words}`,
      `age:${ageBin(days)}`,
      `${where}:age:${ageBin(days)}`,
      `near:${near < 4 ? 3 : near < 9 ? 8 : near < 16 ? 15 : 'far'}`,
      `${where}:near:${near < 4 ? 3 : near < 9 ? 8 : near < 16 ? 15 : 'far'}`,
      `before:${before?.lemma}`,
      `chance:${Math.floor(5 * event.chances[s]!)}`,
      `said:${a.clauseAt[first]! >= 0 ? a.clauses[a.clauseAt[first]!]!.verb.lemma : ''}`,
      `at:${Math.min(3, s - text.from)}`,
      inside.length ? 'has-inside' : 'none-inside',
      `${where}:${inside.length ? 'has-inside' : 'none-inside'}`,
    ];
    const [from, to] = [start ?? end!, end ?? start!];
    if (from === to) {
      propose(printDay(from), [...context, 'day']);
      if (kind === 'weekday' || where !== 'in')
        propose(`- ${printDay(from)}`, [...context.map((f) => `until:${f}`), 'until']);
    } else propose(`${printDay(from)} - ${printDay(to)}`, [...context.map((f) => `range:${f}`), 'range']);
  });
  return [...found].map(([value, features]) => ({ value, features: [...features] }));
}
