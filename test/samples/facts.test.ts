/**
 * What the reading of every sample must contain, written by hand from the texts: an update of the golden files cannot
 * hide the loss of one of these. They are few and plain; slots that a careful person might fill in another way are
 * left open. What the reader does not find yet stands in aims.json, a list that UPDATE_GOLDEN=1 can only make shorter;
 * `AIMS=1 npx vitest run test/samples/facts` shows how the nearest statement differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSample, type Told, tell } from './tell.js';

/** Of a slot: the value itself, a pattern of it, or patterns that must each be found in its list. */
type Wanted = string | boolean | null | RegExp | RegExp[];
type Row<K extends keyof Told> = Partial<Record<keyof Told[K][number], Wanted>>;

function fits(value: unknown, wanted: Wanted): boolean {
  if (wanted instanceof RegExp) return typeof value === 'string' && wanted.test(value);
  if (Array.isArray(wanted))
    return Array.isArray(value) && wanted.every((each) => value.some((one) => fits(one, each)));
  return value === wanted;
}

const AIMS = join(import.meta.dirname, 'aims.json');
/** Facts that the reader does not find yet, each with the slots in which the nearest statement may differ. */
const aims: Record<string, string[]> = JSON.parse(readFileSync(AIMS, 'utf8'));
const left: Record<string, string[]> = {};
afterAll(() => {
  if (process.env.UPDATE_GOLDEN) writeFileSync(AIMS, `${JSON.stringify(left, null, 2)}\n`);
});

const told = async (name: string) => ({ name, ...tell(await readSample(name)) });
type Named = Awaited<ReturnType<typeof told>>;

/** Expects every row among the told statements of its kind, as far as the aims do not excuse it; names all that fail. */
function must<K extends keyof Told>(reading: Named, kind: K, ...rows: Row<K>[]): void {
  const statements: Record<string, unknown>[] = reading[kind];
  const missing: string[] = [];
  for (const row of rows) {
    const slots = Object.entries(row as Record<string, Wanted>);
    const fact = `${reading.name} ${kind}: ${slots.map(([slot, wanted]) => `${slot} ${show(wanted)}`).join(', ')}`;
    const excused = (process.env.AIMS ? undefined : aims[fact]) ?? [];
    const unlike = (each: Record<string, unknown>) =>
      slots.flatMap(([slot, wanted]) => (fits(each[slot], wanted) ? [] : [slot]));
    const unexcused = (each: Record<string, unknown>) => unlike(each).filter((slot) => !excused.includes(slot));
    const [nearest] = statements.toSorted(
      (a, b) => unexcused(a).length - unexcused(b).length || unlike(a).length - unlike(b).length,
    );
    const wrong = nearest ? unlike(nearest) : slots.map(([slot]) => slot);
    if (wrong.length > 0) left[fact] = excused.filter((slot) => wrong.includes(slot));
    if (wrong.some((slot) => !excused.includes(slot)))
      missing.push(
        `${fact} | ${nearest ? `nearest has ${wrong.map((slot) => `${slot} ${JSON.stringify(nearest[slot])}`).join(', ')}` : 'there is none'}`,
      );
  }
  expect.soft(missing, `missing in ${reading.name}`).toEqual([]);
}

/** Expects no incident that has occurred (at these places), unless the aims excuse it. */
function noneOccurred(reading: Named, where = /^/): void {
  const fact = `${reading.name} incidents: none occurred`;
  const occurred = reading.incidents.filter(({ status, place }) => status === 'occurred' && where.test(place ?? ''));
  const excused = !process.env.AIMS && aims[fact] !== undefined;
  if (occurred.length > 0 && excused) left[fact] = ['status'];
  else expect.soft(occurred, fact).toEqual([]);
}

const show = (wanted: Wanted): string => (Array.isArray(wanted) ? wanted.map(String).join(' ') : String(wanted));

const IS = /^(Islamic State|ISIS|IS|ISIL) \[isis\]/;
const ISIS_K = /\[isis-k\]/;
const EITHER = /\[isis(-k)?\]/;
const US_EMBASSY = /embassy/i;
const UNITED_STATES = /United States|U\.S\.|Washington|White House|State Department/;
const UKRAINE = /Ukrain|Kyiv/;
const RUSSIAN_AUTHORITIES = /Russia/;
const IRAN = /Iran|Tehran/;
const BRITAIN = /Brit|United Kingdom/;
const CROCUS = /Krasnogorsk|Moscow|Crocus/;
const KERMAN = { date: '2024-01-03', place: /^Kerman \((city|province), IR\)/, suicide: true };
const ALERT = { issuer: US_EMBASSY, audience: 'public', issued: '2024-03-07', place: /^Moscow \(city, RU\)/ };
/** The group's alert of 7 March names no group: whoever reads one into it has made it up. */
const NO_GROUP = { actor: null };

describe('the attack on the concert hall', () => {
  it('in the first hours: at least 40 dead, one claim, a denial', async () => {
    const reading = await told('2024-03-22-first-hours.txt');
    must(reading, 'incidents', {
      type: 'armed-assault',
      status: 'occurred',
      date: '2024-03-22',
      place: CROCUS,
      killed: '>=40',
      injured: /^>=10[01]$/,
      weapons: [/automatic weapons \(firearms\)/],
    });
    must(reading, 'attributions', { actor: IS, stance: 'claimed' }, { actor: UKRAINE, stance: 'denied' });
    must(reading, 'warnings', { issuer: US_EMBASSY, issued: '2024-03-07' });
    must(reading, 'responses', { type: 'security-measure', by: /Sobyanin/ });
  });

  it.each(['2024-03-23-next-day.txt', '2024-03-23-next-day-copy.txt'])('the next day, %s: 133 dead', async (name) => {
    const reading = await told(name);
    must(reading, 'incidents', {
      type: 'armed-assault',
      status: 'occurred',
      date: '2024-03-22',
      place: CROCUS,
      killed: '133',
      weapons: [/rifles \(firearms\)/],
      individuals: [/four (suspected gunmen|men|masked men)/i],
    });
    must(reading, 'attributions', { actor: IS, stance: 'claimed' }, { actor: ISIS_K, by: /U\.S\.|United States/ });
    must(
      reading,
      'warnings',
      {
        audience: 'public',
        issued: '2024-03-07',
        recipients: [/American/],
        targets: [/gatherings/, /concert/],
      },
      {
        issuer: UNITED_STATES,
        audience: 'private',
        recipients: [/Russia/],
        authority: /duty to warn/,
      },
    );
    must(reading, 'responses', { type: 'arrest', place: /Bryansk/ });
  });

  it('the accusation and its denials, out of a page', async () => {
    const reading = await told('2024-03-23-accusation.html');
    must(reading, 'incidents', {
      status: 'occurred',
      date: '2024-03-22',
      place: CROCUS,
      killed: '>=133',
    });
    must(
      reading,
      'attributions',
      { actor: IS, stance: 'claimed' },
      { actor: UKRAINE, stance: 'denied', by: UKRAINE },
      { actor: UKRAINE, stance: 'denied', by: /Watson|United States|National Security Council/ },
    );
    must(reading, 'responses', { type: 'condemnation', by: /Taliban/ });
    expect(JSON.stringify(reading)).not.toMatch(/advert|last year|Subscribe/);
  });

  it('the court', async () => {
    const reading = await told('2024-03-25-court.txt');
    must(reading, 'incidents', { status: 'occurred', place: CROCUS, killed: '137', injured: /^>=18[01]$/ });
    must(reading, 'attributions', { actor: IS, stance: 'claimed' }, { actor: UKRAINE, stance: 'denied', by: UKRAINE });
    must(
      reading,
      'responses',
      { type: 'trial', by: /Basmanny|Moscow court/ },
      { type: 'arrest', place: /Bryansk/, date: '2024-03-23' },
      { type: 'security-measure', by: /France/, date: '2024-03-24' },
    );
  });

  it('the second accusation', async () => {
    const reading = await told('2024-03-26-second-accusation.txt');
    must(reading, 'incidents', { status: 'occurred', date: '2024-03-22', place: CROCUS, killed: '139' });
    must(
      reading,
      'attributions',
      { actor: UKRAINE, stance: 'accused', by: /Bortnikov|Federal Security/ },
      { actor: UNITED_STATES, stance: 'accused', by: /Bortnikov|Federal Security/ },
      { actor: BRITAIN, stance: 'accused', by: /Bortnikov|Federal Security/ },
      { actor: UKRAINE, stance: 'denied', by: UKRAINE },
      { actor: EITHER, stance: 'claimed' },
      { actor: ISIS_K, stance: /assessed|accused/ },
    );
  });

  it('the later toll', async () => {
    const reading = await told('2024-03-30-toll.txt');
    must(reading, 'incidents', {
      status: 'occurred',
      date: '2024-03-22',
      place: CROCUS,
      killed: '144',
      injured: '551',
    });
    must(
      reading,
      'attributions',
      { actor: IS, stance: 'claimed' },
      { actor: UKRAINE, stance: 'accused', by: RUSSIAN_AUTHORITIES },
      { actor: UKRAINE, stance: 'denied', by: UKRAINE },
    );
    must(reading, 'responses', { type: 'arrest', place: /Tajikistan/ });
  });

  it('a month after, as a list of days', async () => {
    const reading = await told('2024-04-22-timeline.md');
    must(
      reading,
      'incidents',
      { ...KERMAN, type: 'bombing', killed: /^>=9[01]$/ },
      { date: '2024-01-28', place: /Istanbul/, killed: '1' },
      { status: 'foiled', place: /Moscow/, targets: [/synagogue/] },
      { date: '2024-03-22', place: CROCUS, status: 'occurred', weapons: [/rifles/], killed: /^1(33|45)$/ },
    );
    must(
      reading,
      'warnings',
      { ...ALERT, recipients: [/U\.S\. citizens/] },
      { issuer: UNITED_STATES, recipients: [/Russia/], audience: 'private' },
    );
    must(reading, 'attributions', { actor: UKRAINE, stance: 'accused', by: /FSB|Federal Security/ });
  });
});

describe('the warnings before it', () => {
  it('the alert of the embassy', async () => {
    const reading = await told('2024-03-07-embassy-alert.txt');
    must(reading, 'warnings', {
      ...ALERT,
      ...NO_GROUP,
      recipients: [/U\.S\. citizens/],
      targets: [/large gatherings/, /concerts/],
      window: /^2024-03-07\.\.2024-03-09$/,
      advice: /large gatherings|crowds/,
    });
    noneOccurred(reading);
    expect(reading.attributions).toEqual([]);
  });

  it('Britain joins; an attack on a synagogue is foiled', async () => {
    const reading = await told('2024-03-08-synagogue-plot.txt');
    must(
      reading,
      'warnings',
      { issuer: BRITAIN, issued: '2024-03-08', audience: 'public', targets: [/gatherings/] },
      { issuer: US_EMBASSY, issued: '2024-03-07', ...NO_GROUP },
    );
    must(reading, 'incidents', {
      status: 'foiled',
      place: /^Moscow/,
      targets: [/synagogue \(religious/],
      groups: [/\[isis-k\]/],
      killed: null,
    });
    must(reading, 'responses', {
      type: /killing|raid/,
      place: /Karabulak|Ingushetia/,
      date: '2024-03-03',
    });
    noneOccurred(reading);
  });

  it('the president dismisses them', async () => {
    const reading = await told('2024-03-19-putin-dismisses-warnings.txt');
    must(reading, 'warnings', { ...ALERT, ...NO_GROUP, recipients: [/American citizens/] }, { issuer: BRITAIN });
    must(reading, 'incidents', { status: 'foiled', targets: [/synagogue/], groups: [/\[isis\]/] });
    noneOccurred(reading);
  });

  it('the duty to warn, explained', async () => {
    const reading = await told('2024-03-25-duty-to-warn.md');
    must(
      reading,
      'warnings',
      { ...ALERT, recipients: [/American citizens/] },
      { recipients: [/Russia/], audience: 'private' },
      { issuer: UNITED_STATES, recipients: [/Iran/], audience: 'private', actor: IS },
    );
    must(
      reading,
      'incidents',
      { date: KERMAN.date, place: KERMAN.place, killed: /^>=9[01]$/ },
      { place: CROCUS, killed: '>=137' },
    );
    must(reading, 'attributions', { actor: IS, stance: 'claimed' }, { actor: ISIS_K, stance: 'suspected' });
    must(reading, 'relations', { from: ISIS_K, type: 'branch-of', to: IS });
  });

  it('what the group could do, as testified', async () => {
    const reading = await told('2024-03-21-kurilla-testimony.txt');
    must(reading, 'threats', {
      actor: ISIS_K,
      type: 'capability',
      by: /Kurilla/,
      against: [/U\.S\./, /Western interests/],
    });
    must(reading, 'incidents', { ...KERMAN, killed: /^>=9[01]$/ });
    must(reading, 'attributions', { actor: IS, stance: 'claimed' }, { actor: ISIS_K, by: /U\.S\.|United States/ });
  });
});

describe('the attacks before it', () => {
  it('Kabul airport', async () => {
    const reading = await told('2021-08-28-abbey-gate.txt');
    must(reading, 'incidents', {
      type: 'bombing',
      status: 'occurred',
      date: '2021-08-26',
      place: /(Kabul|Abbey).*AF/,
      suicide: true,
      killed: /183/,
      injured: /^>=15[01]$/,
    });
    must(reading, 'attributions', { actor: ISIS_K, stance: 'claimed' });
    must(
      reading,
      'warnings',
      { issuer: US_EMBASSY, recipients: [/American citizens/], issued: '2021-08-25' },
      { issuer: BRITAIN },
    );
    must(
      reading,
      'responses',
      { type: 'condemnation', by: /Taliban/ },
      {
        type: /strike|killing/,
        against: [/isis-k/],
        place: /Nangarhar/,
        date: '2021-08-27',
      },
    );
    must(
      reading,
      'relations',
      { from: ISIS_K, type: 'branch-of', to: IS },
      { type: 'rival-of', since: '2015-01-01..2015-12-31' },
    );
  });

  it('the Russian embassy in Kabul', async () => {
    const reading = await told('2022-09-06-kabul-russian-embassy.txt');
    must(reading, 'incidents', {
      type: 'bombing',
      date: '2022-09-05',
      place: /Kabul/,
      suicide: true,
      killed: '>=6',
      weapons: [/explosives/],
    });
    must(reading, 'attributions', { actor: ISIS_K, stance: 'claimed' });
    must(reading, 'relations', { from: ISIS_K, type: 'blames', to: /Russia/ });
  });

  it('Kerman, with a toll that changed four times', async () => {
    const reading = await told('2024-01-05-kerman.txt');
    must(reading, 'incidents', { ...KERMAN, type: 'bombing', killed: '89', injured: '284' });
    must(reading, 'attributions', { actor: IS, stance: 'claimed' }, { actor: /Israel/, stance: 'accused', by: IRAN });
    must(
      reading,
      'responses',
      { type: 'arrest', by: /intelligence ministry|Ministry of Intelligence/i, date: '2024-01-05' },
      { type: 'condemnation', by: /Putin/ },
    );
  });

  it('the warning to Iran', async () => {
    const reading = await told('2024-01-26-iran-was-warned.txt');
    must(reading, 'warnings', {
      issuer: UNITED_STATES,
      recipients: [/Iran/],
      audience: 'private',
      actor: IS,
      place: IRAN,
      authority: /duty to warn/,
    });
    must(reading, 'incidents', { ...KERMAN, killed: /^>=9[01]$/ });
    must(
      reading,
      'attributions',
      { actor: IS, stance: 'claimed' },
      { actor: ISIS_K, stance: 'assessed', by: /U\.S\.|United States/ },
    );
  });

  it('a church in Istanbul, in capitals', async () => {
    const reading = await told('2024-01-29-istanbul-cable.txt');
    must(reading, 'incidents', {
      type: 'armed-assault',
      date: '2024-01-28',
      place: /^(SARIYER|ISTANBUL|Istanbul|Sarıyer)/i,
      killed: '1',
      individuals: [/GUNMEN/],
    });
    must(
      reading,
      'attributions',
      { actor: /\[isis\]/, stance: 'claimed' },
      { actor: ISIS_K, stance: 'suspected', by: /./ },
    );
    must(reading, 'responses', { type: 'arrest', by: /police/i });
    must(reading, 'relations', { from: ISIS_K, type: 'recruits-in', to: /Central Asia/i });
  });
});

describe('the group', () => {
  it('its origins, leaders and rivals', async () => {
    const reading = await told('2024-04-02-group-profile.md');
    must(
      reading,
      'relations',
      { from: ISIS_K, type: 'branch-of', to: IS },
      { from: ISIS_K, type: 'led-by', to: /Ghafari|Muhajir/, since: '2020-01-01..2020-12-31' },
      { from: ISIS_K, type: 'led-by', to: /Hafiz Saeed Khan/ },
      { from: ISIS_K, type: 'rival-of', to: /Qa.?eda/i },
      { from: ISIS_K, type: 'blames', to: /Russia/ },
      { from: ISIS_K, type: 'operates-in', to: /Afghanistan/ },
      { from: ISIS_K, type: 'operates-in', to: /Pakistan/ },
      { from: ISIS_K, type: 'recruits-in', to: /Central Asia/ },
      { from: ISIS_K, type: 'controls', to: /Nangarhar/ },
      { type: 'rival-of', since: '2015-01-01..2015-12-31' },
      { type: /founded-by|splinter-of/, since: '2015-01-01..2015-01-31' },
    );
    must(
      reading,
      'responses',
      { type: 'reward', by: UNITED_STATES, date: '2022-02-01..2022-02-28' },
      { type: 'designation', by: UNITED_STATES, against: [/isis-k/], date: '2016-01-01..2016-01-31' },
      { type: /killing|strike/, place: /Nangarhar/, date: '2016-07-01..2016-07-31' },
    );
    must(
      reading,
      'incidents',
      { type: 'bombing', date: '2021-08-26', place: /Kabul/ },
      { type: 'bombing', date: '2022-09-05', place: /Kabul/ },
      { date: '2024-03-22', place: CROCUS },
    );
    must(reading, 'attributions', { actor: ISIS_K, stance: 'claimed' });
  });

  it('its plots in Europe', async () => {
    const reading = await told('2024-03-28-plots-in-europe.txt');
    must(reading, 'incidents', {
      status: /foiled|planned/,
      place: /Stockholm|Sweden/,
      groups: [/isis-k/],
    });
    must(
      reading,
      'responses',
      { type: 'arrest', place: /Gera|Germany/, date: '2024-03-19' },
      { type: 'arrest', date: '2023-07-06', place: /North Rhine-Westphalia/ },
      { type: 'arrest', place: /Vienna/ },
    );
    must(reading, 'threats', { actor: ISIS_K, by: /Faeser/ });
    noneOccurred(reading, /\b(DE|SE|AT|NL)\)/);
  });
});

describe('a report about something else', () => {
  it('yields nothing, whatever its metaphors', async () => {
    const { incidents, attributions, warnings, threats, responses, relations } = await told('2024-03-24-football.txt');
    expect({ incidents, attributions, warnings, threats, responses, relations }).toEqual({
      incidents: [],
      attributions: [],
      warnings: [],
      threats: [],
      responses: [],
      relations: [],
    });
  });
});
