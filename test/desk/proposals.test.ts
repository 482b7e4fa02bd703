/** Which reports open a case: with the real reader, from texts of our own and from the samples. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { acceptAll, acceptText } from '../../src/desk/accept.js';
import { readReportFile } from '../../src/intake/receive.js';
import { listCases, statementsOf } from '../../src/store/cases/case.js';
import { openDesk, type TestDesk } from './desk.js';

let desk: TestDesk;
const cases = () => listCases(desk.store.db);
const add = (text: string, published: string, publisher: string) =>
  acceptText(desk.store, { text, published, publisher });
describe('a threat that no warning tells of', () => {
  beforeEach(async () => {
    desk = await openDesk();
  });
  afterEach(() => desk.close());
  const wire = (says: string) =>
    `MOGADISHU, 4 May 2021 - Al-Shabaab ${says}. They put more men on the streets around the main hotels, and asked ` +
    'guests to stay indoors after dark until further notice, as they did after the recording of last month.';
  const copy = (text: string, n: number, day: string) => add(`${text} Carried by Paper ${n}.`, day, `Paper ${n}`);

  test('is one case, however many papers copy the wire, and on whatever day', async () => {
    const text = wire('has the intent to attack foreigners in the coming days, the police of the city said');
    for (let i = 0; i < 10; i++) await copy(text, i, i < 5 ? '2021-05-04' : '2021-05-06');
    const found = await cases();
    expect(found).toMatchObject([{ state: 'proposed', proposal: { kind: 'threat', origins: 1 } }]);
    expect(found[0]?.title).toMatch(/Al-Shabaab/);
    expect(await statementsOf(desk.store.db, found[0]!.id)).toHaveLength(10);
  });

  test('is credible where two origins tell of it, of whom nobody is graded; copies are one', async () => {
    const text = wire('is preparing attacks on foreigners in the coming days, the people of the city fear');
    for (let i = 0; i < 3; i++) await copy(text, i, '2021-05-04');
    expect(await cases()).toEqual([]);
    await add(
      'Al-Shabaab is preparing attacks on hotels in the coming days, as residents of the coast have it.',
      '2021-05-06',
      'Coast Radio',
    );
    expect(await cases()).toMatchObject([{ proposal: { kind: 'threat', origins: 2 } }]);
  });
});

describe('what is no threat to come', () => {
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  test.each([
    [
      'an attack that is over',
      'KABUL, 5 May 2024 - A bomb killed 12 people at a market in Kabul on Saturday, police said. ISIS-K claimed it. ' +
        'The embassy had warned of an imminent attack on markets in Kabul in April.',
    ],
    [
      'a plot that was stopped',
      'PARIS, 5 May 2024 - Police foiled a plot to attack a football match in Paris on Saturday and arrested three men.',
    ],
    [
      'a film',
      'The film “Black Harbour” opens on Friday. In it terrorists plan to bomb a crowded stadium in Paris within 48 ' +
        'hours, and an agent warns the French government of the imminent attack.',
    ],
    [
      'an anniversary',
      'NEW YORK, 5 May 2024 - Twenty-three years after al-Qaeda’s attacks of 11 September 2001, which killed nearly ' +
        '3,000 people, New York remembered the dead. In the summer before, the CIA had warned the White House of ' +
        'imminent attacks in the United States.',
    ],
  ])('%s opens no case', async (_, text) => {
    await add(text, '2024-05-05', 'Test Wire');
    expect((await cases()).map(({ title }) => title)).toEqual([]);
  });

  test('a warning of the same day and place does', async () => {
    await add(
      'PARIS, 5 May 2024 - The French government warned on Sunday of an imminent attack on stadiums in Paris.',
      '2024-05-05',
      'Test Wire',
    );
    expect(await cases()).toHaveLength(1);
  });
});

describe('looking back on the samples', () => {
  interface One {
    title: string;
    issuer: string | null;
    recipients: string[];
    released: string | null;
    window: { start: string; end: string } | null;
    outcome: {
      kind: string;
      incident: { title: string } | null;
      lead: Record<string, number | null>;
      reasons: string[];
    };
  }
  let others: One[];
  beforeAll(async () => {
    desk = await openDesk();
    const NAMES = [
      ...['2024-01-05-kerman', '2024-01-26-iran-was-warned', '2024-03-07-embassy-alert', '2024-03-22-first-hours'],
      ...['2024-03-23-next-day', '2024-03-23-next-day-copy', '2024-03-25-court'],
    ];
    const files = NAMES.map((name) => new URL(`../../samples/${name}.txt`, import.meta.url));
    expect(files.every((file) => readFileSync(file).length > 0)).toBe(true);
    await acceptAll(desk.store, await Promise.all(files.map((file) => readReportFile(file.pathname))));
    ({ others } = (await (await desk.ask('/api/look-back')).json()) as { others: One[] });
  });
  afterAll(() => desk.close());
  const of = (title: RegExp): One => others.find((each) => title.test(each.title))!;

  test('Moscow: 15 days’ lead, the attack 13 days after the 48 hours', () => {
    expect(of(/U\.S\. embassy, Moscow/)).toMatchObject({
      ...{ released: '2024-03-07', window: { start: '2024-03-07', end: '2024-03-09' } },
      outcome: {
        ...{ kind: 'after-window', lead: { fromRelease: 15, fromWindowEnd: 13 } },
        incident: { title: expect.stringMatching(/Moscow, 22 March 2024/) },
      },
    });
  });

  test('Moscow: the private warning to the host government, whose day no report gives', () => {
    const one = others.find(({ recipients }) => recipients.includes('Russian government'))!;
    expect(one).toMatchObject({
      ...{ issuer: 'U.S. government', released: null },
      outcome: { kind: 'open', incident: { title: expect.stringMatching(/Moscow, 22 March 2024/) } },
    });
    expect(one.outcome.reasons).toEqual([
      'in Russia',
      'first told of 1 day after it',
      'no report says when it was given',
    ]);
  });

  test('Kerman: Iran was warned privately, and the bombing came', () => {
    const one = others.find(({ recipients }) => recipients.includes('Iranian government'))!;
    expect(one).toMatchObject({
      issuer: 'U.S. government',
      outcome: { incident: { title: 'Bombing, Kerman, 3 January 2024' } },
    });
  });
});
