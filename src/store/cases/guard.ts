/** What stands between a wording and its release: open places, a validity, a message for each recipient, the tear-line. */
import type { Kysely } from 'kysely';
import { reportOf } from '../../picture/refs.js';
import { messagesOf, toldAs } from '../../warning/audience.js';
import type { Guarded, Mark } from '../../warning/tear-line.js';
import { tearLine } from '../../warning/tear-line.js';
import { unfinished } from '../../warning/templates.js';
import { TLP_LEVELS, type Tlp } from '../../warning/words.js';
import { StoreError } from '../error.js';
import type { Database } from '../schema.js';
import { type CaseWarning, statementsOf, warningsOf } from './case.js';

/** What of the case's reports must not be given away. */
export async function guardedOf(db: Kysely<Database>, id: string): Promise<Guarded> {
  const statements = await statementsOf(db, id);
  const reports = [...new Set(statements.map(reportOf))];
  const rows =
    reports.length === 0
      ? []
      : await db
          .selectFrom('report')
          .innerJoin('reading', 'reading.report', 'report.id')
          .where('id', 'in', reports)
          .select(['id', 'publisher', 'title', 'file', 'url', 'text', 'statements'])
          .execute();
  const spans = rows.flatMap(({ id: report, text, statements: read }) =>
    [...read.incidents, ...read.warnings, ...read.threats]
      .filter((_, at) => at < 1000)
      .flatMap(({ evidence }) => evidence.map(([start, end]) => ({ report, quote: text.slice(start, end) }))),
  );
  const kept = (words: (string | null)[]): string[] => [...new Set(words.filter((word) => word !== null))];
  return {
    publishers: kept(rows.map(({ publisher }) => publisher)),
    persons: kept(
      rows.flatMap(({ statements: { actors } }) =>
        actors.filter(({ kind }) => kind === 'person').flatMap(({ name, aliases }) => [name, ...aliases]),
      ),
    ),
    documents: kept(rows.flatMap(({ title, file, url }) => [title, file, url])),
    quotes: kept(spans.map(({ quote }) => quote)),
    tlp: strictest(rows.flatMap(({ text }) => [...text.matchAll(MARKING)].map(([, level]) => `TLP:${level}` as Tlp))),
  };
}

/** TLP 2.0 as documents carry it, usually at the head and foot of each page. */
const MARKING = /\bTLP:\s?(RED|AMBER\+STRICT|AMBER|GREEN|CLEAR)/g;
const strictest = (levels: readonly Tlp[]): Tlp =>
  levels.reduce<Tlp>((most, each) => (TLP_LEVELS.indexOf(each) > TLP_LEVELS.indexOf(most) ? each : most), 'TLP:CLEAR');

/** A mark, and who allowed it to stand. */
export interface JudgedMark extends Mark {
  allowed: { by: string; why: string } | null;
}

/** The marks of a warning. What is for the public goes by channels that are open to all, whatever level it is given. */
export async function marksOf(db: Kysely<Database>, warning: CaseWarning): Promise<JudgedMark[]> {
  const forAll = warning.content.messages.some(({ audience }) => audience === 'public');
  const content = forAll ? { ...warning.content, tlp: 'TLP:CLEAR' as const } : warning.content;
  const marks = tearLine(content, await guardedOf(db, warning.duty_case));
  const allowances = await db
    .selectFrom('tear_line_allowance')
    .select(['mark', 'by', 'why'])
    .where('warning', '=', warning.id)
    .execute();
  const allowed = new Map(allowances.map(({ mark, by, why }) => [mark, { by, why }]));
  return marks.map((mark) => ({ ...mark, allowed: allowed.get(mark.id) ?? null }));
}

/** @throws StoreError that names what is unfinished */
export function assertFinished({ kind, content, valid_until }: CaseWarning): void {
  const open = content.messages.flatMap((message) =>
    unfinished(message).map((slot) => `${slot} (${message.audience}, ${message.language})`),
  );
  if (open.length > 0) throw new StoreError(`The wording is not finished: ${open.join(', ')}.`);
  if (kind !== 'Cancel' && valid_until === null) throw new StoreError('The warning does not say until when it holds.');
}

/**
 * Nobody is chosen for whom there is nothing to read, and nothing is cancelled to whom nothing was said.
 * @throws StoreError that names such recipients
 */
export async function assertTold(db: Kysely<Database>, { id, duty_case, kind, content }: CaseWarning): Promise<void> {
  const recipients = await db
    .selectFrom('warning_recipient')
    .innerJoin('recipient', 'recipient.id', 'warning_recipient.recipient')
    .select(['name', 'audience'])
    .where('warning', '=', id)
    .orderBy('name')
    .execute();
  const names = (which: typeof recipients): string => {
    const few = which.slice(0, 5).map(({ name, audience }) => `${name} (${audience})`);
    return `${few.join(', ')}${which.length > few.length ? ` and ${which.length - few.length} more` : ''}`;
  };
  const untold = recipients.filter(({ audience }) => toldAs(content, audience) === null);
  if (untold.length > 0)
    throw new StoreError(
      `The wording says nothing to ${names(untold)}. Word a message for them, or leave them out of the recipients.`,
    );
  if (kind !== 'Cancel') return;
  const out = (await warningsOf(db, duty_case)).filter(({ released_at }) => released_at !== null);
  const unwarned = recipients.filter(({ audience }) => {
    const told = toldAs(content, audience)!;
    return !out.some((before) => messagesOf(before.content, told).length > 0);
  });
  if (unwarned.length > 0)
    throw new StoreError(
      `Nothing has gone out to the audience of ${names(unwarned)} that could be cancelled. Leave them out of the recipients.`,
    );
}

/** @throws StoreError that names what would give away a source and that nobody else has allowed */
export async function assertTorn(db: Kysely<Database>, warning: CaseWarning): Promise<void> {
  const standing = (await marksOf(db, warning)).filter(({ allowed }) => allowed === null);
  if (standing.length === 0) return;
  const names = standing
    .slice(0, 5)
    .map(({ kind, words, slot }) => `${kind} “${words}”${slot === null ? '' : ` in ${slot}`}`);
  throw new StoreError(
    `Below the tear-line nothing may give away a source: ${names.join('; ')}. Take it out, or let a second person allow it.`,
  );
}
