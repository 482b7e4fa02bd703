import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GroupList, IncidentList, PictureIncident, WarningList } from '../desk/schema.js';
import { type Access, get, reach } from './access.js';
import { addPaths } from './add.js';
import { Failure } from './failure.js';
import { counted } from './format.js';
import { printOverview } from './print-overview.js';
import { serveUntilStopped } from './serve.js';
import { paint, print } from './terminal.js';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));
/** A folder of its own, so that the samples never mix with a desk's own reports. */
const DEMO = '.tocsin-demo';

/** `tocsin demo`, which `npm start` runs: the sample reports, the picture that they give, the desk. */
export async function demo(port: number, data: string | null): Promise<void> {
  const access = await reach(data ?? DEMO, true);
  if (!access.store) throw new Failure(`A desk at ${access.where} serves ${data ?? DEMO}; open it, or stop it first.`);
  try {
    const { new: fresh, here } = await addPaths(access, [relative('', SAMPLES) || '.']);
    print(paint.dim(`${counted(fresh + here, 'sample report')}, ${fresh} of them new, in ${access.where}\n`));
    await printAll(access);
  } catch (error) {
    await access.close();
    throw error;
  }
  await serveUntilStopped(access.store, { port });
}

async function printAll(access: Access): Promise<void> {
  const { items } = await get<IncidentList>(access, '/api/incidents');
  const whole = (id: string) => get<PictureIncident>(access, `/api/incidents/${encodeURIComponent(id)}`);
  printOverview({
    incidents: await Promise.all(items.map(async (summary) => ({ summary, incident: await whole(summary.id) }))),
    warnings: (await get<WarningList>(access, '/api/warnings')).items,
    groups: (await get<GroupList>(access, '/api/groups')).items,
  });
}
