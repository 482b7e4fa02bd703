// The picture at scale: does the cost of one report more grow, does the desk still answer, and what does it weigh?
//   npm run -s bench:picture [-- REPORTS]     100,000 reports unless told, which takes a quarter of an hour; 5000 a minute
// Prints a `name value` a line and ends with 0 only where all figures are met. The reports are synthetic variations
// (bench/reports.js says of what kind); `cluster-b3-f1` is of short texts of our own, read by the reader.
// Progress goes to standard error. Run `npm run build` first; other load on the machine shows in the figures.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pino } from 'pino';
import { acceptAll } from '../dist/desk/accept.js';
import { createDesk } from '../dist/desk/app.js';
import { openStore } from '../dist/store/store.js';
import { clusterScore } from './clusters.js';
import { syntheticReports } from './reports.js';

const REPORTS = Number(process.argv[2] ?? 100_000);
const BATCH = 200;
const THOUSAND = 1000;
const MARKS = [1000, 10_000, 100_000].filter((mark) => mark <= REPORTS);
const ROUNDS = 12;
/** What a page may wait for one answer in twenty, in milliseconds, however many reports there are. */
const PATIENCE = 300;

const missed = [];
function figure(name, value, met) {
  console.log(`${name} ${value}`);
  if (!met) missed.push(name);
}

/** Times of the requests that pages make when they are first opened, in milliseconds. */
async function measureApi(store) {
  const desk = createDesk({ store, token: 'bench', log: pino({ level: 'silent' }) });
  const ask = async (path) => {
    const response = await desk.request(`http://localhost${path}`, { headers: { authorization: 'Bearer bench' } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.text();
  };
  const list = async (path) => JSON.parse(await ask(path)).items;
  const incidents = await list('/api/incidents?limit=1000');
  const groups = await list('/api/groups?limit=1000');
  const [report] = await list('/api/reports?limit=1');
  const largest = incidents.toSorted((a, b) => b.reports - a.reports)[0];
  const usual = incidents[Math.floor(incidents.length / 2)];
  const place = incidents.find((incident) => incident.place)?.place.id;
  const lately = new Date(Date.now() - 60_000).toISOString();
  const paths = [
    '/api/status',
    '/api/incidents?limit=1000',
    '/api/reports?limit=100',
    '/api/groups?limit=1000',
    '/api/warnings?limit=100',
    '/api/decisions',
    ...[usual, largest].map(({ id }) => `/api/incidents/${id}`),
    `/api/reports/${encodeURIComponent(report.id)}`,
    `/api/groups/${encodeURIComponent(groups[0].id)}`,
    `/api/places/${encodeURIComponent(place)}`,
    `/api/levels/${encodeURIComponent(groups[0].id)}`,
    `/api/changes?since=${lately}`,
    `/api/levels/changes?since=${lately}`,
    '/api/triage',
    '/api/doubts',
    '/api/network',
    `/api/search?q=${encodeURIComponent(`${groups[0].name} Kabul`)}`,
    // A word of most reports, an alias, one of a place in a year, a phrase that stands nowhere.
    ...['incidents', 'statements', 'reports'].flatMap((what) => [
      `/api/search?what=${what}&q=attack`,
      `/api/search?what=${what}&q=Daesh`,
      `/api/search?what=${what}&q=market&place=Iraq&to=2020-12-31`,
      `/api/search?what=${what}&q=%22attack+of+the+killed%22`,
    ]),
    '/api/search?grade=2',
    '/api/search?what=incidents&grade=2',
    `/api/groups/${encodeURIComponent(groups[0].id)}/grades`,
  ];
  const times = [];
  const slowest = new Map();
  for (let round = 0; round < ROUNDS; round++)
    for (const path of paths) {
      const start = performance.now();
      await ask(path);
      const took = performance.now() - start;
      times.push(took);
      slowest.set(path, Math.max(slowest.get(path) ?? 0, took));
    }
  for (const [path, took] of slowest) note(`  ${Math.round(took)} ms at most  ${path}`);
  times.sort((a, b) => a - b);
  return times[Math.ceil(times.length * 0.95) - 1];
}

function megabytes(folder) {
  const size = (path) =>
    statSync(path).isDirectory()
      ? readdirSync(path).reduce((sum, name) => sum + size(join(path, name)), 0)
      : statSync(path).blocks * 512;
  return Math.round(size(folder) / 1e6);
}

function note(line) {
  process.stderr.write(`${line}\n`);
}

/** What a new process is slow at for its first reports is no cost of theirs. */
async function warmUp(folder) {
  const store = await openStore({ data: folder });
  const reports = [];
  for (const report of syntheticReports(7)) if (reports.push(report) === 600) break;
  for (let at = 0; at < reports.length; at += BATCH) await acceptAll(store, reports.slice(at, at + BATCH));
  await store.close();
}

const data = mkdtempSync(join(tmpdir(), 'tocsin-bench-'));
try {
  await warmUp(join(data, 'warm'));
  const store = await openStore({ data: join(data, 'store') });
  /** Seconds of each thousand reports, the time of the API's measurements left out. */
  const thousands = [];
  /** The same in seconds of the processor, of all threads: what other load on the machine leaves alone. */
  const processor = [];
  const api = new Map();
  let batch = [];
  let taken = 0;
  let before = Promise.resolve();
  let start = performance.now();
  let used = process.cpuUsage();
  const flush = async () => {
    const now = acceptAll(store, batch);
    batch = [];
    await before;
    before = now;
  };
  for (const report of syntheticReports()) {
    batch.push(report);
    taken += 1;
    if (batch.length === BATCH) await flush();
    if (taken % THOUSAND === 0) {
      await before;
      thousands.push((performance.now() - start) / 1000);
      const { user, system } = process.cpuUsage(used);
      processor.push((user + system) / 1e6);
      if (taken % 2000 === 0 || taken === THOUSAND)
        note(
          `${taken} reports, ${Math.round(THOUSAND / thousands.at(-1))} a second, ${processor.at(-1).toFixed(1)} s of the processor a thousand`,
        );
      if (MARKS.includes(taken)) api.set(taken, await measureApi(store));
      start = performance.now();
      used = process.cpuUsage();
    }
    if (taken >= REPORTS) break;
  }
  await before;
  const ratio = thousands.at(-1) / thousands[0];
  figure('ingest-reports-per-s', Math.round((thousands.length * THOUSAND) / thousands.reduce((a, b) => a + b)), true);
  figure('ingest-last-vs-first', ratio.toFixed(2), ratio <= 2);
  figure('ingest-last-vs-first-processor', (processor.at(-1) / processor[0]).toFixed(2), true);
  for (const [mark, took] of api) figure(`api-p95-ms-${mark}`, Math.round(took), took <= PATIENCE);
  const rss = Math.round(process.memoryUsage().rss / 1e6);
  figure('rss-mb', rss, rss < 1000);
  await store.close();
  const disk = megabytes(join(data, 'store'));
  figure('disk-mb', disk, disk < 1000);
  // Last, since it reads in this thread too, whose models would count as memory of the ingest.
  const { f1 } = await clusterScore(join(data, 'clusters'));
  figure('cluster-b3-f1', f1.toFixed(3), f1 >= 0.9);
} finally {
  rmSync(data, { recursive: true, force: true });
}
if (missed.length > 0) {
  note(`not met: ${missed.join(', ')}`);
  process.exitCode = 1;
}
