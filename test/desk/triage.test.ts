import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Changes,
  Decision,
  DecisionItems,
  DecisionList,
  DoubtQueue,
  Grades,
  GroupPage,
  IncidentList,
  LevelChanges,
  LevelPage,
  PictureIncident,
  PlacePage,
  type Problem,
  RuleTable,
  SourceSummary,
  TriageQueue,
} from '../../src/desk/schema.js';
import { openDesk, post, type TestDesk } from './desk.js';

const REPORTS = [
  {
    text: 'A car bomb killed nine people at a market in Mogadishu on 5 March 2024. Al-Shabaab claimed the attack.',
    published: '2024-03-06',
    publisher: 'Coast Daily',
  },
  {
    text: 'The U.S. Embassy in Nairobi warned U.S. citizens on 7 March 2024 that al-Shabaab plans to attack hotels in Nairobi.',
    published: '2024-03-07',
    publisher: 'Harbour Times',
  },
  {
    text: 'Al-Shabaab threatened to attack hotels in Kenya, its spokesman said on Monday.',
    published: '2024-03-12',
    publisher: 'Coast Daily',
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
const queue = async (query = '') => TriageQueue.parse(await get(`/api/triage${query}`));
const decide = async (decision: object) =>
  Decision.parse(await (await desk.ask('/api/decisions', post(decision))).json());
const undo = (id: string) => desk.ask(`/api/decisions/${id}/undo`, post({}));
const mogadishu = async () => {
  const [found] = IncidentList.parse(await get('/api/incidents?country=SO')).items;
  return PictureIncident.parse(await get(`/api/incidents/${found?.id}`));
};

describe('the queue', () => {
  it('has warnings before threats before what happened, each with reasons, quote and grade', async () => {
    const { items, counts } = await queue();
    expect(items.length).toBe(counts.waiting);
    expect(counts.waiting).toBe(counts.statements);
    const kinds = items.map(({ kind }) => kind);
    expect(kinds[0]).toBe('warning');
    expect(kinds.indexOf('threat')).toBeLessThan(kinds.indexOf('attribution'));
    for (const { reasons, source, grade, statement } of items) {
      expect(reasons.length).toBeGreaterThan(0);
      expect(grade.statement).toBe(statement);
      expect(REPORTS.some(({ text }) => text.includes(source.quote) && source.quote !== '')).toBe(true);
    }
  });

  it('comes in parts, each statement once', async () => {
    const all = (await queue()).items.map(({ statement }) => statement);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const part: TriageQueue = await queue(`?limit=2${next ? `&after=${at(next)}` : ''}`);
      expect(part.items.length).toBeLessThanOrEqual(2);
      seen.push(...part.items.map(({ statement }) => statement));
      next = part.next;
    }
    expect(seen).toEqual(all);
    const threats = await queue('?kind=threat');
    expect(new Set(threats.items.map(({ kind }) => kind))).toEqual(new Set(['threat']));
  });

  it('loses what was decided, all at once, and gets it back when that is undone', async () => {
    const before = await queue();
    const [first, second] = before.items;
    const made = await desk.ask(
      '/api/decisions/bulk',
      post({
        items: [
          { kind: 'accept', a: first?.statement },
          { kind: 'reject', a: second?.statement, why: 'Misread.' },
        ],
      }),
    );
    expect(made.status).toBe(201);
    const { items } = DecisionItems.parse(await made.json());
    const after = await queue();
    expect(after.items).toEqual(before.items.slice(2).map((item) => expect.objectContaining({ title: item.title })));
    expect(after.counts).toMatchObject({ statements: before.counts.statements, waiting: before.counts.waiting - 2 });
    for (const { id } of items) await undo(id);
    expect(await queue()).toEqual(before);
  });

  it('makes all of several decisions or none', async () => {
    const before = DecisionList.parse(await get('/api/decisions')).total;
    const [first] = (await queue()).items;
    const refused = await desk.ask(
      '/api/decisions/bulk',
      post({
        items: [
          { kind: 'accept', a: first?.statement },
          { kind: 'accept', a: 'sha256:00#i1' },
        ],
      }),
    );
    expect(refused.status).toBe(404);
    expect(((await refused.json()) as Problem).error).toMatch(/items\.1: .*None of the decisions/);
    expect(DecisionList.parse(await get('/api/decisions')).total).toBe(before);
  });
});

describe('a correction', () => {
  it('is what the picture holds, beside what was read, until it is undone', async () => {
    const before = await mogadishu();
    const a = before.members[0];
    const value = { min: 11, max: 12 };
    const made = await decide({ kind: 'correct', a, slot: 'killed', value, why: 'The ministry counts two more.' });
    const after = await mogadishu();
    expect(after.desk).toMatchObject([{ slot: 'killed', value, set: { decision: made.id, why: made.why } }]);
    expect(after.killed).toEqual(before.killed);
    const [summary] = IncidentList.parse(await get('/api/incidents?country=SO')).items;
    expect(summary?.killed).toEqual(value);
    await undo(made.id);
    expect(await mogadishu()).toEqual(before);
  });

  it('of the place moves the incident to the lists of the place set; undone, all is as it was', async () => {
    const incident = await mogadishu();
    const read = incident.place[0]?.value;
    const set = PlacePage.parse(await get(`/api/places/${at('country:KE')}`)).place;
    const listed = async (id: string) =>
      ((await get(`/api/places/${at(id)}`)) as { incidents?: { id: string }[] }).incidents?.map((one) => one.id) ?? [];
    const pages = async () => [
      await get(`/api/places/${at(read?.id ?? '')}`),
      await get(`/api/places/${at('country:SO')}`),
      await get(`/api/places/${at('country:KE')}`),
    ];
    const before = await pages();
    expect(await listed(read?.id ?? '')).toEqual([incident.id]);
    expect(await listed('country:SO')).toEqual([incident.id]);
    const a = incident.members[0];
    const first = await decide({ kind: 'correct', a, slot: 'place', value: set, why: 'It was in Kenya.' });
    const moved = await pages();
    expect(await listed(read?.id ?? '')).toEqual([]);
    expect(await listed('country:SO')).toEqual([]);
    expect(await listed('country:KE')).toContain(incident.id);
    const second = await decide({ kind: 'correct', a, slot: 'place', value: null, why: 'It is not known where.' });
    for (const id of [read?.id ?? '', 'country:SO', 'country:KE']) expect(await listed(id)).not.toContain(incident.id);
    await undo(second.id);
    expect(await pages()).toEqual(moved);
    await undo(first.id);
    expect(await pages()).toEqual(before);
  });

  it('of who did it puts the incident among those of the group set; undone, all is as it was', async () => {
    await desk.ask('/api/reports', post({ text: 'Boko Haram threatened to attack markets.', published: '2024-03-01' }));
    const incident = await mogadishu();
    const page = async () => GroupPage.parse(await get(`/api/groups/${at('boko-haram')}`));
    const others = async () => GroupPage.parse(await get(`/api/groups/${at('al-shabaab')}`));
    const before = [await page(), await others()];
    expect(before[0]?.incidents).toEqual([]);
    const { id, name, kind } = { ...before[0]?.summary, kind: 'group' };
    const value = { actor: { id, name, kind }, stance: 'assessed' };
    const made = await decide({
      kind: 'correct',
      a: incident.members[0],
      slot: 'attribution',
      value,
      why: 'Assessed.',
    });
    const after = await page();
    expect(after.incidents.map((one) => one.id)).toEqual([incident.id]);
    expect(after.summary.incidents).toBe(1);
    expect((await others()).incidents.map((one) => one.id)).toContain(incident.id);
    await undo(made.id);
    expect([await page(), await others()]).toEqual(before);
  });

  it.each([
    ['killed', { min: 5, max: 3 }, /most below its least/],
    ['date', { start: '2024-02-31', end: null }, /date/],
    ['type', 'war', /type/],
    ['colour', 'red', /slot/],
    ['window', null, /those that can: type, status/],
  ])('of %s to %j is refused', async (slot, value, error) => {
    const a = (await mogadishu()).members[0];
    const response = await desk.ask('/api/decisions', post({ kind: 'correct', a, slot, value, why: 'x' }));
    expect(response.status).toBe(400);
    expect(((await response.json()) as Problem).error).toMatch(error);
  });

  it('of a threat is refused: it is rejected instead', async () => {
    const [threat] = (await queue('?kind=threat')).items;
    const decision = { kind: 'correct', a: threat?.statement, slot: 'type', value: 'bombing', why: 'x' };
    expect((await desk.ask('/api/decisions', post(decision))).status).toBe(400);
  });
});

describe('a rejected attribution', () => {
  it('counts no more for the incident and the group; undone, all is as it was', async () => {
    const before = await mogadishu();
    const group = async () => GroupPage.parse(await get(`/api/groups/${at('al-shabaab')}`));
    const groupBefore = await group();
    const [attribution] = (await queue('?kind=attribution')).items.filter(({ holder }) => holder === before.id);
    const made = await decide({ kind: 'reject', a: attribution?.statement, why: 'It did not.' });
    expect((await mogadishu()).attributions).toEqual([]);
    expect((await group()).incidents.map(({ id }) => id)).not.toContain(before.id);
    await undo(made.id);
    expect(await mogadishu()).toEqual(before);
    expect(await group()).toEqual(groupBefore);
  });
});

describe('grades', () => {
  it('of a source are F until a person says; then statements show it, and the rules count with it', async () => {
    const source = async () => SourceSummary.parse(await get(`/api/sources/${at('Coast Daily')}`));
    const attack = async () =>
      (await queue('?kind=incident')).items.find(
        ({ source }) => source.publisher === 'Coast Daily' && source.quote.includes('market'),
      );
    expect((await source()).reliability.grade).toBe('F');
    expect((await attack())?.grade).toMatchObject({ label: 'F3' });
    const made = await decide({ kind: 'grade-source', a: 'Coast Daily', value: 'B', why: 'Right so far.' });
    expect((await source()).reliability).toMatchObject({ grade: 'B', set: { decision: made.id } });
    expect((await attack())?.grade).toMatchObject({ label: 'B2', credibility: { proposed: 2, set: null } });
    const settled = await decide({ kind: 'grade-statement', a: (await attack())?.statement, value: 1, why: 'Seen.' });
    expect((await attack())?.grade).toMatchObject({ label: 'B1', credibility: { proposed: 2, set: { why: 'Seen.' } } });
    for (const { id } of [made, settled]) await undo(id);
    expect((await attack())?.grade.label).toBe('F3');
    expect(
      (await desk.ask('/api/decisions', post({ kind: 'grade-source', a: 'Nobody', value: 'A', why: 'x' }))).status,
    ).toBe(404);
  });

  it('of all that the page of a group cites: of each statement the one that triage gives it', async () => {
    const path = `/api/groups/${at('al-shabaab')}`;
    const grades = async () =>
      new Map(Grades.parse(await get(`${path}/grades`)).items.map((one) => [one.statement, one]));
    const page = GroupPage.parse(await get(path));
    const cited = [
      ...[...page.incidents.flatMap(({ stances }) => stances), ...page.threats].map(({ source }) => source),
      ...page.warnings.flatMap(({ sources }) => sources),
    ].map(({ statement }) => statement);
    expect(cited.length).toBeGreaterThanOrEqual(3);
    expect([...(await grades()).keys()].sort()).toEqual([...new Set(cited)].sort());
    const { items } = await queue();
    for (const { statement, grade } of items)
      if (cited.includes(statement)) expect((await grades()).get(statement)).toEqual(grade);
    const level = async () => LevelPage.parse(await get(`/api/levels/${at('al-shabaab')}?day=2024-03-13`));
    const quoted = (await level()).indicators.flatMap(({ facts }) => facts.flatMap(({ sources }) => sources));
    expect(new Set((await level()).grades.map((one) => one.statement))).toEqual(
      new Set(quoted.map(({ statement }) => statement)),
    );
    const labels = async () => [...(await grades()).values(), ...(await level()).grades].map(({ label }) => label);
    const before = await labels();
    const made = await decide({ kind: 'grade-source', a: 'Coast Daily', value: 'B', why: 'Right so far.' });
    expect((await labels()).filter((label) => label.startsWith('B')).length).toBeGreaterThanOrEqual(2);
    await undo(made.id);
    expect(await labels()).toEqual(before);
    expect((await desk.ask('/api/groups/nobody/grades')).status).toBe(404);
  });
});

describe('doubts', () => {
  it('are answered by joining or parting, and come back when that is undone', async () => {
    const other = { text: 'A bomb exploded at a market in Mogadishu, killing many.', published: '2024-03-07' };
    await desk.ask('/api/reports', post(other));
    const doubts = async () => DoubtQueue.parse(await get('/api/doubts'));
    const before = await doubts();
    expect(before.waiting).toBe(before.items.length);
    const [doubt] = before.items;
    expect(doubt?.score).toBeGreaterThanOrEqual(0.45);
    expect(doubt?.reasons.length).toBeGreaterThan(0);
    for (const side of [doubt?.a, doubt?.b])
      for (const { source } of side?.said ?? [])
        expect([...REPORTS, other].some(({ text }) => text.includes(source.quote))).toBe(true);
    for (const same of [true, false]) {
      const made = await desk.ask(
        '/api/doubts',
        post({ a: doubt?.a.statement, b: doubt?.b.statement, same, why: 'x' }),
      );
      expect(made.status).toBe(201);
      const { id, kind } = Decision.parse(await made.json());
      expect(kind).toBe(same ? 'join' : 'part');
      expect((await doubts()).waiting).toBe(before.waiting - 1);
      await undo(id);
      expect(await doubts()).toEqual(before);
    }
  });
});

describe('levels and changes', () => {
  it('give a level with the rules, and what came since a time with what waits', async () => {
    const level = LevelPage.parse(await get(`/api/levels/${at('al-shabaab')}?day=2024-03-13&since=2024-03-01`));
    expect(level.level).not.toBeNull();
    expect(level.since?.before.level).toBeNull();
    expect(level.likelihood?.sentence).toContain('%');
    expect(RuleTable.parse(await get('/api/levels/rules')).text).toContain(level.indicators[0]?.rule);
    const made = await decide({ kind: 'level', a: 'country:KE', value: 'severe', why: 'x' });
    const kenya = async () => LevelPage.parse(await get('/api/levels/country:KE'));
    expect((await kenya()).set?.decision).toBe(made.id);
    const since = at(new Date(Date.parse(made.at) - 1).toISOString());
    expect(LevelChanges.parse(await get(`/api/levels/changes?since=${since}`)).items.map(({ now }) => now.id)).toEqual([
      'country:KE',
    ]);
    const changes = Changes.parse(await get(`/api/changes?since=${since}`));
    expect(changes.decisions.items.map(({ id }) => id)).toEqual([made.id]);
    expect(changes.waits.triage).toEqual((await queue()).counts);
    await undo(made.id);
    expect((await kenya()).set).toBeNull();
    expect(
      (await desk.ask('/api/decisions', post({ kind: 'level', a: 'country:FR', value: 'low', why: 'x' }))).status,
    ).toBe(404);
    expect((await desk.ask('/api/changes?since=yesterday')).status).toBe(400);
  });
});
