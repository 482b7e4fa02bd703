import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Decision,
  DecisionList,
  DeskStatus,
  FoundList,
  GroupList,
  GroupPage,
  IncidentList,
  PictureIncident,
  PlacePage,
  type Problem,
  ReportList,
  WarningList,
} from '../../src/desk/schema.js';
import { openDesk, post, type TestDesk } from './desk.js';

const REPORTS = [
  {
    text: 'Gunmen opened fire in a concert hall near Moscow on Friday, 22 March 2024. The Islamic State claimed responsibility for the attack.',
    published: '2024-03-23',
  },
  {
    text: 'Gunmen from the Islamic State attacked a checkpoint in Kirkuk on 1 May 2023, killing two soldiers.',
    published: '2023-05-02',
  },
  {
    text: 'The U.S. Embassy in Moscow warned U.S. citizens on 7 March 2024 that extremists have imminent plans to target large gatherings in Moscow, including concerts.',
    published: '2024-03-07',
  },
];

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
  for (const report of REPORTS) expect((await desk.ask('/api/reports', post(report))).status).toBe(201);
});
afterAll(() => desk.close());

const at = encodeURIComponent;
const get = async (path: string) => (await desk.ask(path)).json();
const incidents = async (query = '') => IncidentList.parse(await get(`/api/incidents${query}`)).items;
async function one(query: string) {
  const [found] = await incidents(query);
  if (!found) throw new Error(`no incident with ${query}`);
  return found;
}

describe('incidents', () => {
  it('come newest first, and one with all that is said of it', async () => {
    const list = await incidents();
    expect(list.length).toBeGreaterThanOrEqual(2);
    const moscow = await one('?from=2024-03-22&to=2024-03-22');
    const incident = PictureIncident.parse(await get(`/api/incidents/${at(moscow.id)}`));
    expect(incident.attributions[0]).toMatchObject({ value: { stance: 'claimed' } });
    for (const { sources } of incident.type) expect(REPORTS[0]?.text).toContain(sources[0]?.quote);
  });

  it.each([
    ['country=iq', 'Kirkuk'],
    ['from=2024-01-01&country=RU', 'Moscow'],
    ['to=2023-12-31', 'Kirkuk'],
    ['type=armed-assault&to=2023-12-31', 'Kirkuk'],
    ['q=KIRKUK', 'Kirkuk'],
  ])('are found by %s', async (query, place) => {
    const found = await incidents(`?${query}`);
    expect(found.length).toBeGreaterThan(0);
    for (const { title } of found) expect(title).toContain(place);
  });

  it.each(['from=yesterday', 'country=Iraq', 'type=war', 'status=done', 'limit=0'])('refuse %s', async (query) => {
    const response = await desk.ask(`/api/incidents?${query}`);
    expect(response.status).toBe(400);
    expect(((await response.json()) as Problem).error).toContain(query.split('=')[0]);
  });

  it('come in parts', async () => {
    const all = await incidents();
    expect(await incidents('?limit=1&offset=1')).toEqual(all.slice(1, 2));
  });
});

describe('groups, places and warnings', () => {
  it('have a page each', async () => {
    const { items } = GroupList.parse(await get('/api/groups'));
    const group = GroupPage.parse(await get(`/api/groups/${at(items[0]?.id ?? '')}`));
    expect(group.summary.id).toBe(items[0]?.id);
    expect(group.incidents.length).toBeGreaterThan(0);
    const place = (await one('?country=IQ')).place?.id ?? '';
    expect(PlacePage.parse(await get(`/api/places/${at(place)}`)).incidents).toHaveLength(1);
    const warnings = WarningList.parse(await get('/api/warnings'));
    expect(warnings.total).toBe(1);
    expect(await get(`/api/warnings/${warnings.items[0]?.id}`)).toEqual(warnings.items[0]);
  });

  it.each(['incidents', 'groups', 'places', 'warnings'])('say when there is no such thing among %s', async (kind) => {
    const response = await desk.ask(`/api/${kind}/${at('nothing/#?')}`);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ ok: false, error: expect.any(String), status: 404 });
  });
});

describe('decisions', () => {
  it('are made, listed, and undone: the picture follows and returns to the byte', async () => {
    const before = await get('/api/incidents');
    const kirkuk = await one('?country=IQ');
    const { members } = PictureIncident.parse(await get(`/api/incidents/${kirkuk.id}`));
    const made = await desk.ask('/api/decisions', post({ kind: 'reject', a: members[0], why: 'It was a drill.' }));
    expect(made.status).toBe(201);
    const decision = Decision.parse(await made.json());
    expect(decision).toMatchObject({ kind: 'reject', a: members[0], why: 'It was a drill.', undone: null });
    expect(decision.by).not.toBe('');
    expect(await incidents('?country=IQ')).toEqual([]);
    expect(DecisionList.parse(await get('/api/decisions')).items.map(({ id }) => id)).toEqual([decision.id]);
    const undone = await desk.ask(`/api/decisions/${decision.id}/undo`, post({}));
    expect(Decision.parse(await undone.json()).undone).toMatchObject({ by: decision.by });
    expect(await get('/api/incidents')).toEqual(before);
  });

  it('are refused where they make no sense, and leave no record', async () => {
    const [a, b] = await Promise.all(
      ['?country=IQ', '?country=RU'].map(async (query) => {
        return PictureIncident.parse(await get(`/api/incidents/${(await one(query)).id}`)).members[0];
      }),
    );
    const [warning] = WarningList.parse(await get('/api/warnings')).items;
    const records = DecisionList.parse(await get('/api/decisions')).total;
    for (const [decision, status] of [
      [{ kind: 'join', a, b: 'sha256:00#i1', why: 'x' }, 404],
      [{ kind: 'join', a, b: a, why: 'x' }, 400],
      [{ kind: 'join', a, b: warning?.members[0], why: 'x' }, 400],
      [{ kind: 'join', a, why: 'x' }, 400],
      [{ kind: 'part', a, b, why: '' }, 400],
      [{ kind: 'forget', a, why: 'x' }, 400],
    ] as const) {
      expect((await desk.ask('/api/decisions', post(decision))).status, JSON.stringify(decision)).toBe(status);
    }
    expect((await desk.ask('/api/decisions/none/undo', post({}))).status).toBe(404);
    expect(DecisionList.parse(await get('/api/decisions')).total).toBe(records);
  });
});

describe('keeping', () => {
  it('counts what there is', async () => {
    expect(DeskStatus.parse(await get('/api/status'))).toMatchObject({ database: 'pglite', reports: 3, warnings: 1 });
  });

  it('finds by the beginning of an id', async () => {
    const [report] = ReportList.parse(await get('/api/reports')).items;
    const id = report?.id ?? '';
    for (const beginning of [id, id.slice(0, 15), id.slice('sha256:'.length, 15)]) {
      expect(FoundList.parse(await get(`/api/find?id=${at(beginning)}`)).items).toContainEqual({ kind: 'report', id });
    }
    expect(await get(`/api/find?id=${at('%_')}`)).toEqual({ items: [] });
  });

  it('rebuilds the same picture', async () => {
    const before = await get('/api/incidents');
    expect((await desk.ask('/api/rebuild', { method: 'POST' })).status).toBe(204);
    expect(await get('/api/incidents')).toEqual(before);
  });

  it('gives a backup with every report', async () => {
    const response = await desk.ask('/api/backup');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    const lines = gunzipSync(Buffer.from(await response.arrayBuffer()))
      .toString()
      .trimEnd()
      .split('\n');
    expect(lines.filter((line) => line.startsWith('{"report"'))).toHaveLength(3);
    expect(response.headers.get('tocsin-reports')).toBe('3');
  });
});

describe('a fault of the desk', () => {
  it('is logged, and answered without what is inside', async () => {
    const broken = await openDesk();
    await broken.store.db.destroy();
    const response = await broken.ask('/api/reports');
    expect(response.status).toBe(500);
    const { error } = (await response.json()) as Problem;
    expect(error).not.toMatch(/select|driver|destroyed|\.js/i);
    expect(broken.log.join('')).toMatch(/"path":"\/api\/reports".*request failed/);
  });
});
