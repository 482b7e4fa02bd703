/** Rows that go into one statement: PostgreSQL takes at most 65,535 parameters. */
const ROWS = 1000;

/** Does `work` with the rows, a thousand at a time; not at all where there are none. */
export async function inChunks<T>(rows: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS) await work(rows.slice(at, at + ROWS));
}
