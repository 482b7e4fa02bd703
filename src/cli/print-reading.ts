/** One report's reading for people: what it says, who says so, and the words that say it. */
import pc from 'picocolors';
import type { Count, DateRange, Incident, Phrase, Reading, Span } from '../reading/schema.js';
import { oneLine, plain } from './terminal.js';
import {
  countWords,
  dateWords,
  dayWords,
  languageName,
  placeName,
  RELATION_WORDS,
  STANCE_WORDS,
  TYPE_WORDS,
} from './words.js';

export interface PrintOptions {
  /** With ANSI colours. */
  colour: boolean;
  /** Columns of the terminal; lines are wrapped to no more than 100. */
  width: number;
  /** Further lines below a statement. */
  below?: (kind: Kind, index: number) => string[];
}

export type Kind = 'incidents' | 'attributions' | 'warnings' | 'threats' | 'responses' | 'relations';

/** Quotes shown of one statement; `--json` has them all. */
const MOST_QUOTES = 3;
const LABEL = 12;

/** A slot in plain words; one that is null or empty is left out. */
type Slot = [label: string, value: string | string[] | null];

/** The reading as lines of text, without a newline at the end. Nothing of the report can steer the terminal. */
export function printReading(reading: Reading, { colour, width, below }: PrintOptions): string {
  const { bold, dim, cyan, yellow } = pc.createColors(colour);
  const columns = Math.max(30, Math.min(width, 100));
  const { text } = reading.report;
  const lines: string[] = [];

  const actors = new Map(reading.actors.map(({ id, name }) => [id, oneLine(name)]));
  const places = new Map(reading.places.map((place) => [place.id, placeName(place)]));
  const titles = new Map(reading.incidents.map((incident) => [incident.id, titleOf(incident, places)]));
  const actor = (id: string | null) => (id === null ? null : (actors.get(id) ?? id));
  const place = (id: string | null) => (id === null ? null : (places.get(id) ?? id));
  const day = (date: DateRange | null) => (date === null ? null : dateWords(date));
  const incident = (id: string | null) => (id === null ? null : `${titles.get(id) ?? id} ${dim(`(${id})`)}`);

  const slot = ([label, value]: Slot) => {
    const words = Array.isArray(value) ? [...new Set(value)].join('; ') : value;
    if (!words) return;
    wrap(words, columns - LABEL - 4).forEach((line, i) => {
      lines.push(`    ${i === 0 ? cyan(label.padEnd(LABEL)) : ' '.repeat(LABEL)}${line}`);
    });
  };
  const quote = ([start, end]: Span) => {
    for (const line of wrap(oneLine(text.slice(start, end)), columns - 6)) lines.push(dim(`    │ ${line}`));
  };
  const statement = (title: string, slots: Slot[], evidence: Span[]) => {
    const [first = '', ...rest] = wrap(title, columns - 2);
    lines.push('', `  ${bold(first)}`, ...rest.map((line) => `  ${bold(line)}`));
    slots.forEach(slot);
    evidence.slice(0, MOST_QUOTES).forEach(quote);
    const more = evidence.length - MOST_QUOTES;
    if (more > 0) lines.push(dim(`    and ${more} more ${more === 1 ? 'quote' : 'quotes'}`));
  };
  const section = <T>(name: Kind, statements: T[], each: (statement: T) => void) => {
    if (statements.length === 0) return;
    lines.push('', bold(yellow(`${name.toUpperCase()} (${statements.length})`)));
    statements.forEach((one, index) => {
      each(one);
      lines.push(...(below?.(name, index) ?? []));
    });
  };

  lines.push(...heading(reading, columns).map((line, i) => (i === 0 ? bold(line) : dim(line))));
  section('incidents', reading.incidents, (i) =>
    statement(
      `${titles.get(i.id)} ${dim(`(${i.id})`)}`,
      [
        ['status', STATUS_WORDS[i.status]],
        ['site', i.site && oneLine(i.site.text)],
        ['killed', countOf(i.killed)],
        ['injured', countOf(i.injured)],
        ['weapons', i.weapons.map((weapon) => `${oneLine(weapon.text)} (${weapon.type})`)],
        ['attackers', [...i.perpetrators.groups.map((id) => actor(id) ?? ''), ...words(i.perpetrators.individuals)]],
        ['suicide', i.suicide ? 'yes' : null],
        ['targets', i.targets.map((each) => described(each, [each.type, each.effect]))],
        ['victims', i.victims.map((each) => described(each, [each.type, each.outcome, countOf(each.count)]))],
      ],
      i.evidence,
    ),
  );
  section('attributions', reading.attributions, (a) =>
    statement(
      a.stance === 'denied' && a.by === a.actor
        ? `${actor(a.actor)} denies a part in it`
        : STANCE_WORDS[a.stance](actor(a.actor) ?? ''),
      [
        ['incident', incident(a.incident)],
        ['says who', a.by === a.actor ? null : (actor(a.by) ?? REPORT_ITSELF)],
      ],
      a.evidence,
    ),
  );
  section('warnings', reading.warnings, (w) =>
    statement(
      [
        `Warning by ${actor(w.issuer) ?? 'an unnamed issuer'}`,
        ...(w.recipients.length ? [`to ${list(w.recipients.map((id) => actor(id) ?? ''))}`] : []),
      ].join(' '),
      [
        ['issued', day(w.issued)],
        ['audience', w.audience],
        ['of whom', actor(w.about.actor)],
        ['place', place(w.about.place)],
        ['targets', w.about.targets.map((target) => oneLine(target))],
        ['window', day(w.about.window)],
        ['advice', w.advice && oneLine(w.advice)],
        ['authority', w.authority && oneLine(w.authority)],
      ],
      w.evidence,
    ),
  );
  section('threats', reading.threats, (t) =>
    statement(
      `${actor(t.actor) ?? 'Unnamed actor'}: ${t.type}`,
      [
        ['against', t.against.map((target) => oneLine(target))],
        ['place', place(t.place)],
        ['horizon', day(t.horizon)],
        ['says who', actor(t.by) ?? REPORT_ITSELF],
      ],
      t.evidence,
    ),
  );
  section('responses', reading.responses, (r) =>
    statement(
      `${r.type.replace('-', ' ').replace(/^./, (c) => c.toUpperCase())}${r.by === null ? '' : `, by ${actor(r.by)}`}`,
      [
        ['against', r.against.map((id) => actor(id) ?? '')],
        ['incident', incident(r.incident)],
        ['place', place(r.place)],
        ['date', day(r.date)],
      ],
      r.evidence,
    ),
  );
  section('relations', reading.relations, (r) =>
    statement(
      `${actor(r.from)} ${RELATION_WORDS[r.type]} ${(r.to && (actors.get(r.to) ?? place(r.to))) ?? oneLine(r.toText ?? '')}`,
      [['since', day(r.since)]],
      r.evidence,
    ),
  );
  lines.push('', ...wrap(missing(reading), columns).map((line) => dim(line)));
  return lines.join('\n');
}

const REPORT_ITSELF = 'the report itself';
const STATUS_WORDS: Record<Incident['status'], string> = {
  occurred: 'occurred',
  attempted: 'attempted, and failed',
  foiled: 'foiled',
  planned: 'planned',
  threatened: 'threatened',
  alleged: 'alleged: whether it happened is in doubt',
};

function heading({ report }: Reading, columns: number): string[] {
  const title = report.title ?? report.file ?? 'Untitled report';
  const from = [
    report.title === null ? null : report.file,
    report.publisher,
    report.published === null ? 'day of publication unknown' : dayWords(report.published),
  ];
  return [
    ...wrap(oneLine(title), columns),
    ...wrap(from.flatMap((part) => (part === null ? [] : [oneLine(part)])).join(' · '), columns),
  ];
}

/** What was not found, so that nobody takes silence for an answer. */
function missing(reading: Reading): string {
  const { language, published } = reading.report;
  const kinds = ['incidents', 'attributions', 'warnings', 'threats', 'responses', 'relations'] as const;
  const none = kinds.filter((kind) => reading[kind].length === 0);
  const sentences: string[] = [];
  if (none.length > 0) sentences.push(`No ${list([...none], 'or')} found.`);
  if (language !== null && language !== 'en')
    sentences.push(`The text seems to be in ${languageName(language)}; statements are read in English only.`);
  if (published === null)
    sentences.push('Without a day of publication (--published) words such as "on Friday" give no date.');
  return sentences.join(' ');
}

/** "Armed assault, Krasnogorsk, Russia, 22 March 2024". */
function titleOf({ type, place, date }: Incident, places: Map<string, string>): string {
  return [TYPE_WORDS[type], place && places.get(place), date ? dateWords(date) : 'date unknown']
    .filter(Boolean)
    .join(', ');
}

const countOf = (count: Count | null) => (count === null ? null : countWords(count));
const words = (phrases: Phrase[]) => phrases.map(({ text }) => oneLine(text));
const described = ({ text }: Phrase, facts: (string | null)[]) =>
  `${oneLine(text)} (${facts.filter((fact) => fact !== null && fact !== 'unknown').join(', ') || 'unknown'})`;

/** "a, b and c". */
function list(parts: string[], word = 'and'): string {
  const [last, ...before] = [...parts].reverse();
  return before.length ? `${before.reverse().join(', ')} ${word} ${last}` : (last ?? '');
}

/** Lines of at most `columns` visible characters; a longer word stays whole. */
export function wrap(words: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    if (line && plain(line).length + plain(word).length + 1 > columns) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}
