/** `tocsin reread`: reads the stored reports anew where an older reader read them. */
import type { LostDecisions, Reread, Rereading } from '../desk/schema.js';
import { type Access, get, reach } from './access.js';
import { counted } from './format.js';
import { progress } from './progress.js';
import { note, oneLine, print } from './terminal.js';

/** Decisions that are named; the desk's page of decisions has them all. */
const NAMED = 20;

export async function reread(data: string): Promise<void> {
  const access = await reach(data);
  try {
    const { older, reader } = await get<Rereading>(access, '/api/reread');
    if (older === 0) return print(`All reports are read by the present reader (${reader}).`);
    const last = await readOn(access, older);
    for (const { report, failure } of last.failed)
      note(
        `tocsin: ${report.slice(0, 23)}: the reader failed on it and its reading stays as it was: ${oneLine(failure)}`,
      );
    if (last.failed.length > 0) process.exitCode = 1;
    if (!last.done) return print('Nothing was read anew.');
    const { reports, changed, kept, found, lost } = last.done;
    print(`${counted(reports, 'report')} read anew, ${changed} of them with another result.`);
    print(`Of the statements that decisions and cases rest on ${kept + found} are found again and ${lost} are not.`);
    if (lost > 0) await printLost(access);
  } finally {
    await access.close();
  }
}

/** Asks until nothing is left. What was read stays read, so that it can be stopped at any moment. */
async function readOn(access: Access, older: number): Promise<Reread> {
  const bar = progress(older);
  try {
    let shown = 0;
    for (let retry = true; ; retry = false) {
      const response = await access.ask(`/api/reread?retry=${retry}`, { method: 'POST' });
      const state = (await response.json()) as Reread;
      for (; shown < state.read; shown++) bar.step(state.read === state.older ? 'making the picture' : 'reading');
      // Only failures are left, or it is done.
      if (state.done || state.read === state.failures) return state;
    }
  } finally {
    bar.clear();
  }
}

async function printLost(access: Access): Promise<void> {
  const { items, total } = await get<LostDecisions>(access, `/api/decisions/lost?limit=${NAMED}`);
  note(`${counted(total, 'decision')} no longer apply:`);
  for (const { decision, title, quote } of items)
    note(`  ${decision.by}, ${decision.kind}: ${oneLine(title)} (“${oneLine(quote, 100)}”)`);
  if (total > items.length) note(`  and ${total - items.length} more, on the desk's page of decisions`);
}
