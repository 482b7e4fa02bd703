import type { FoundList, GroupPage, PictureIncident, ReportPage, WarningList } from '../desk/schema.js';
import { type Access, get, reach } from './access.js';
import { Failure } from './failure.js';
import { printGroup, printIncident, printWarning } from './print-picture.js';
import { printReading } from './print-reading.js';
import { print, safeJson, screen } from './terminal.js';

type Kind = FoundList['items'][number]['kind'];

const at = encodeURIComponent;

/** For each kind of thing: fetches it, and gives what JSON prints and what people see. */
const SHOWN: Record<Kind, (access: Access, id: string) => Promise<{ value: unknown; show: () => void }>> = {
  report: async (access, id) => {
    const { reading } = await get<ReportPage>(access, `/api/reports/${at(id)}`);
    return { value: reading, show: () => print(printReading(reading, screen)) };
  },
  incident: async (access, id) => {
    const incident = await get<PictureIncident>(access, `/api/incidents/${at(id)}`);
    return { value: incident, show: () => printIncident(incident) };
  },
  warning: async (access, id) => {
    const { items } = await get<WarningList>(access, '/api/warnings');
    const warning = items.find((item) => item.id === id);
    if (!warning) throw new Failure(`The warning ${id} is no longer there.`);
    return { value: warning, show: () => printWarning(warning) };
  },
  group: async (access, id) => {
    const group = await get<GroupPage>(access, `/api/groups/${at(id)}`);
    return { value: group, show: () => printGroup(group) };
  },
};

/** `tocsin show`: the one thing whose id is or begins so. */
export async function show(id: string, { json = false }: { json?: boolean }, data: string): Promise<void> {
  const access = await reach(data);
  try {
    const { items } = await get<FoundList>(access, `/api/find?id=${at(id)}`);
    const [found] = items;
    if (!found) throw new Failure(`Nothing has an id that begins with ${id}; \`tocsin list\` shows what there is.`);
    if (items.length > 1) {
      const some = items.map((item) => `${item.kind} ${item.id}`).join(', ');
      throw new Failure(`More than one id begins with ${id}: ${some}. Give more of it.`);
    }
    const { value, show } = await SHOWN[found.kind](access, found.id);
    if (json) print(safeJson(value, 2));
    else show();
  } finally {
    await access.close();
  }
}
