import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GroupList, IncidentList, PictureIncident, WarningList } from '../desk/schema.js';
import { type Access, get, reach } from './access.js';
import { addPaths } from './add.js';
import { Failure } from './failure.js';
import { counted, days } from './format.js';
import { groupLine, printIncidentBrief } from './print-picture.js';
import { serveUntilStopped } from './serve.js';
import { oneLine, paint, print } from './terminal.js';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
/** A folder of its own, so that the samples never mix with a desk's own reports. */
const DEMO = '.tocsin-demo';

/** `tocsin demo`, which `npm start` runs: the sample reports, the picture that they give, the desk. */
export async function demo(port: number, data: string | null): Promise<void> {
  const access = await reach(data ?? DEMO, true);
  if (!access.store) throw new Failure(`A desk already serves ${data ?? DEMO}; open it, or stop it first.`);
  try {
    const { new: fresh, here } = await addPaths(access, [relative('', SAMPLES) || '.']);
    print(paint.dim(`${counted(fresh + here, 'sample report')} (${fresh} new), kept in ${access.store.where}\n`));
    await printPicture(access);
  } catch (error) {
    await access.close();
    throw error;
  }
  await serveUntilStopped(access.store, port);
}

/** The whole picture on a page: incidents newest first, warnings, groups. */
async function printPicture(access: Access): Promise<void> {
  const incidents = await get<IncidentList>(access, '/api/incidents');
  const warnings = await get<WarningList>(access, '/api/warnings');
  const groups = await get<GroupList>(access, '/api/groups');
  print(paint.cyan(`INCIDENTS (${incidents.total})`));
  for (const summary of incidents.items) {
    printIncidentBrief(summary, await get<PictureIncident>(access, `/api/incidents/${encodeURIComponent(summary.id)}`));
  }
  print(paint.cyan(`\nWARNINGS (${warnings.total})`));
  for (const { title, issued, window, reports } of warnings.items) {
    const when = issued[0] ? days(issued[0].value) : 'no date';
    const until = window[0] ? ` · for ${days(window[0].value)}` : '';
    print(`${paint.bold(when.padEnd(10))}  ${oneLine(title)}${until}  ${paint.dim(counted(reports, 'report'))}`);
  }
  print(paint.cyan(`\nGROUPS (${groups.total})`));
  for (const group of groups.items) print(`  ${groupLine(group)}`);
  print();
}
