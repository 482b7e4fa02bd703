import { readFileSync } from 'node:fs';

export type Row<Column extends string> = Record<Column, string> & { line: number };

/**
 * Reads a table of the catalogue: tab-separated, the first line names the columns, no quoting.
 * Throws where a column is missing or a line has not as many fields as there are columns, naming the file and line.
 */
export function readTable<Column extends string>(file: string | URL, columns: readonly Column[]): Row<Column>[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  if (head !== columns.join('\t'))
    throw new Error(`${file}: the first line must name the columns ${columns.join(', ')}`);
  const rows: Row<Column>[] = [];
  lines.forEach((text, index) => {
    if (text === '') return;
    const fields = text.split('\t');
    const line = index + 2;
    if (fields.length !== columns.length)
      throw new Error(`${file}:${line}: ${fields.length} fields where there are ${columns.length} columns`);
    const cells = Object.fromEntries(columns.map((column, i) => [column, fields[i]]));
    rows.push({ ...cells, line } as Row<Column>);
  });
  return rows;
}

/** The values of a cell, which stand between bars; none in an empty cell. */
export function list(cell: string): string[] {
  return cell === '' ? [] : cell.split('|');
}
