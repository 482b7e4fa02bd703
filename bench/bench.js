// Reports a second and megabytes for reading, ingest and rebuild, and the ratio to a bare wink-nlp pass (tokens,
// sentences, parts of speech, entities) over the same texts in the same run. Run `npm run build` first.
//   npm run bench [-- REPORTS]        how many reports are ingested, 300 unless told
// The texts are the samples, and variations made of their paragraphs; absolute figures depend on the machine.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { accept } from '../dist/desk/accept.js';
import { fromBytes } from '../dist/intake/receive.js';
import { read } from '../dist/reading/read.js';
import { rebuildPicture } from '../dist/store/picture/rebuild.js';
import { openStore } from '../dist/store/store.js';

const WORDS = 500;
const INGESTED = Number(process.argv[2] ?? 300);
const samples = new URL('../samples/', import.meta.url);
const paragraphs = readdirSync(samples)
  .filter((name) => /^\d.*\.(?:txt|md)$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, samples), 'utf8').split(/\n\s*\n/))
  .filter((paragraph) => paragraph.length > 200);

/** A linear congruential generator: the same texts in every run. */
let seed = 1;
const random = (below) => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};

/** A report of about 500 words, made of paragraphs of the samples, none twice. */
function variation(i) {
  const rest = [...paragraphs];
  const text = [`Report ${i}`];
  for (let words = 0; words < WORDS && rest.length; ) {
    const [paragraph] = rest.splice(random(rest.length), 1);
    text.push(paragraph);
    words += paragraph.split(/\s+/).length;
  }
  const day = `${2015 + random(10)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
  return fromBytes(Buffer.from(text.join('\n\n')), { meta: { published: day } });
}

const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);
const print = (name, value) => console.log(`${name.padEnd(28)} ${value}`);
const reports = Array.from({ length: INGESTED }, (_, i) => variation(i));

/** Rounds before the figures: after about so many of 100 reports, V8 has compiled what reading runs through. */
const WARMING = 8;

/** Median of the seconds that a pass takes after warm-up, over rounds that take turns with the others'. */
function race(passes, rounds = 5) {
  const times = passes.map(() => []);
  for (let round = -WARMING; round < rounds; round++) {
    passes.forEach((pass, p) => {
      const start = performance.now();
      pass();
      if (round >= 0) times[p].push((performance.now() - start) / 1000);
    });
  }
  return times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)]);
}

/** Milliseconds until a new process has read its first report. */
const loading = `
  const start = performance.now();
  const { read } = await import(${JSON.stringify(new URL('../dist/reading/read.js', import.meta.url).href)});
  read({ text: 'A bomb killed three people in Kabul on Monday, police said.', language: 'en', published: '2024-03-05' });
  console.log(Math.round(performance.now() - start));`;
const loads = [1, 2, 3].map(() =>
  Number(execFileSync(process.execPath, ['--input-type=module', '-e', loading], { encoding: 'utf8' })),
);
print('reading-load-ms', loads.sort((a, b) => a - b)[1]);

const read100 = reports
  .slice(0, 100)
  .map(({ bytes: _bytes, mediaType: _mediaType, ...report }) => ({ ...report, language: 'en' }));
const before = megabytes();
for (const report of read100) read(report);
print('reading-rss-mb', megabytes());
print('reading-added-mb', megabytes() - before);

const nlp = winkNLP(model, ['sbd', 'pos', 'ner']);
const { its } = nlp;
const [reading, wink] = race([
  () => {
    for (const report of read100) read(report);
  },
  () => {
    for (const { text } of read100) {
      const doc = nlp.readDoc(text);
      doc.tokens().out(its.pos);
      doc.sentences().out();
      doc.entities().out();
    }
  },
]);
print('reading-reports-per-s', Math.round(read100.length / reading));
print('wink-reports-per-s', Math.round(read100.length / wink));
print('reading-to-wink-ratio', (wink / reading).toFixed(2));

// Seconds a megabyte for one report of growing length: a step that is quadratic would double the figure with the length.
const long = read100.map(({ text }) => text).join('\n\n');
for (const times of [1, 2, 4, 8]) {
  const text = Array(times).fill(long).join('\n\n');
  const start = performance.now();
  read({ ...read100[0], text });
  const megabytesOfText = text.length / 1e6;
  print(
    `reading-s-per-mb-at-${megabytesOfText.toFixed(1)}mb`,
    ((performance.now() - start) / 1000 / megabytesOfText).toFixed(2),
  );
}

for (const unbroken of ['a', 'ab ', 'bomb, ', '“']) {
  const start = performance.now();
  read({ ...read100[0], text: unbroken.repeat(100_000 / unbroken.length) });
  print(`reading-s-100kb-of-${JSON.stringify(unbroken)}`, ((performance.now() - start) / 1000).toFixed(2));
}

const data = mkdtempSync(join(tmpdir(), 'tocsin-bench-'));
try {
  const opening = performance.now();
  const store = await openStore({ data: join(data, 'store') });
  print('store-first-open-s', ((performance.now() - opening) / 1000).toFixed(2));
  const start = performance.now();
  const marks = [];
  for (const report of reports) {
    await accept(store, report);
    marks.push(performance.now());
  }
  const tenth = Math.floor(reports.length / 10);
  const per = (from, to) => (to - from) / 1000;
  print('ingest-reports-per-s', Math.round(reports.length / per(start, marks.at(-1))));
  print(
    'ingest-last-vs-first-tenth',
    (per(marks.at(-tenth - 1), marks.at(-1)) / per(start, marks[tenth - 1])).toFixed(2),
  );
  const rebuilding = performance.now();
  await rebuildPicture(store);
  print('rebuild-reports-per-s', Math.round(reports.length / ((performance.now() - rebuilding) / 1000)));
  print('rss-mb', megabytes());
  await store.close();
} finally {
  rmSync(data, { recursive: true, force: true });
}
