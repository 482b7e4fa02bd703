/** `tocsin search`: what the page of the desk finds, and why, in lines. */
import type { Found, FoundStatement, Passage } from '../desk/schema.js';
import { get, reach } from './access.js';
import { days } from './format.js';
import { note, oneLine, paint, print, safeJson } from './terminal.js';
import { countWords } from './words.js';

export interface SearchOptions {
  json?: boolean;
  what: 'incidents' | 'statements' | 'reports';
  kind?: string;
  status?: string;
  group?: string;
  place?: string;
  from?: string;
  to?: string;
  publisher?: string;
  grade?: string;
  since?: string;
  limit: number;
}

/** @param words as typed on the page: words, "exact phrases", -without */
export async function search(words: string[], { json = false, since, ...filter }: SearchOptions, data: string) {
  const asked = { ...filter, q: words.join(' '), ...(since && { since: `${since}T00:00:00Z` }) };
  const query = Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]);
  const access = await reach(data);
  try {
    const found = await get<Found>(access, `/api/search?${new URLSearchParams(query)}`);
    if (json) for (const hit of [...found.incidents, ...found.statements, ...found.reports]) print(safeJson(hit));
    else printFound(found);
    const { length } = found[filter.what];
    if (length === 0) note('Nothing is found.');
    else if (found.next !== null) note(`These are the newest ${length}; --limit shows more.`);
  } finally {
    await access.close();
  }
}

function printFound(found: Found): void {
  for (const { filter, value } of found.unknown) note(`No ${filter} of the picture is called ${oneLine(value)}.`);
  for (const { text, not, meant } of found.understood)
    if (meant.length > 0 && !not)
      note(
        `“${oneLine(text)}” is read as ${meant.map(({ name, id }) => `${oneLine(name)} (${oneLine(id)})`).join(', ')}.`,
      );
  const names = new Map(found.understood.flatMap(({ meant }) => meant.map(({ id, name }) => [id, name])));
  for (const { incident, statements, total } of found.incidents) {
    const facts = [incident.id, incident.status, incident.date && days(incident.date)];
    if (incident.killed) facts.push(`${countWords(incident.killed)} killed`);
    head(incident.title, facts);
    for (const statement of statements) printStatement(statement, names);
    if (total > statements.length) print(`  and ${total - statements.length} further statements`);
  }
  for (const hit of found.statements) {
    head(hit.title, [hit.kind]);
    printStatement(hit, names);
  }
  for (const { report, passages } of found.reports) {
    head(report.title, [report.id, report.publisher, report.published]);
    printPassages(passages, names);
  }
}

function head(title: string, facts: readonly (string | null)[]): void {
  print(`${paint.bold(oneLine(title))}  ${facts.flatMap((fact) => (fact ? oneLine(fact) : [])).join(' · ')}`);
}

type Names = ReadonlyMap<string, string>;

function printStatement({ statement, passages, elsewhere, source, grade }: FoundStatement, names: Names): void {
  printPassages([...passages, ...elsewhere], names);
  const by = source.by ? `${source.by.name}, in ` : '';
  const who = `${by}${source.publisher ?? 'publisher not stated'}, ${source.published ?? 'undated'}`;
  print(`    ${grade.label}  ${oneLine(who)}  ${paint.dim(oneLine(statement))}`);
}

/** Each quote with the words that it was found by, and which of them stand for others. */
function printPassages(passages: readonly Passage[], names: Names): void {
  for (const { at, text, marks } of passages) {
    let line = '';
    let from = 0;
    for (const mark of marks) {
      const [start, end] = [mark.at[0] - at[0], mark.at[1] - at[0]];
      line += `${text.slice(from, start)}[${text.slice(start, end)}]`;
      from = end;
    }
    print(`    “${oneLine(line + text.slice(from))}”`);
    const stands = marks.flatMap(({ at: [start, end], term, entity }) => {
      const words = text.slice(start - at[0], end - at[0]);
      if (entity === null || words.toLowerCase() === term.toLowerCase()) return [];
      const name = names.get(entity);
      return `“${words}” for “${term}”${name !== undefined && name !== words ? ` (${name})` : ''}`;
    });
    if (stands.length > 0) print(`    ${oneLine([...new Set(stands)].join(', '))}`);
  }
}
