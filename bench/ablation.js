// What each stage of the reader brings: overall F1 with one thing at a time taken from what the stages have found.
//   node bench/ablation.js [GOLD…]      directories of ID.txt, ID.json and ID.meta.json; those of development unless told
// Run `npm run build` first. Scored by ../shared/eval/reading.mjs.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../dist/catalogue/catalogue.js';
import { findNames } from '../dist/reading/names/names.js';
import { analyse, readingOf } from '../dist/reading/read.js';

const { readGold, scoreReadings } = await import(new URL('../../shared/eval/reading.mjs', import.meta.url).href);
const directories = process.argv.slice(2);
if (!directories.length)
  for (const path of ['../../shared/gold/dev/', '../test/reading/dev/'])
    directories.push(fileURLToPath(new URL(path, import.meta.url)));

const verbs = (a, change) => {
  for (const { verb } of a.clauses) change(verb);
};

/** Each takes something from an analysis, in place. */
const ABLATIONS = {
  nothing: () => {},
  'who says what': (a) => a.speakers.fill(null),
  dates: (a) => {
    a.dates = [];
  },
  numbers: (a) => {
    a.counts = [];
  },
  places: (a) => {
    a.names.placeMentions.length = 0;
    a.names.placeAt = () => null;
  },
  'the catalogue of groups, agencies and governments': (a) => {
    a.names = findNames(a.doc, { ...loadCatalogue(), actorsNamed: () => [] });
  },
  'reference ("it", "the group")': (a) => {
    a.names.referent = () => null;
  },
  subjects: (a) => {
    for (const clause of a.clauses) clause.subjects = [];
  },
  objects: (a) => {
    for (const clause of a.clauses) clause.objects = [];
  },
  'prepositional phrases': (a) => {
    for (const clause of a.clauses) clause.prepositional = [];
  },
  'subordination ("that", "who", "if", what governs what)': (a) => {
    for (const clause of a.clauses) Object.assign(clause, { marker: null, parent: -1 });
  },
  voice: (a) => verbs(a, (verb) => Object.assign(verb, { passive: false })),
  'negation and modality': (a) => verbs(a, (verb) => Object.assign(verb, { negated: false, modal: null })),
  'whether it is about violence at all': (a) => {
    a.violent = true;
  },
};

/** The day of publication and the publisher are taken from the report itself. */
const OF_REPORT = {
  'the day of publication': (report) => ({ ...report, published: null }),
  'the publisher': (report) => ({ ...report, publisher: null }),
};

function reportsIn(directory) {
  const names = readdirSync(directory).filter((name) => name.endsWith('.txt'));
  return names.map((file) => {
    const base = `${directory}/${file.slice(0, -'.txt'.length)}`;
    const { published = null, publisher = null, title = null } = JSON.parse(readFileSync(`${base}.meta.json`, 'utf8'));
    const text = readFileSync(`${base}.txt`, 'utf8');
    return { id: 'sha256:0', file, title, published, publisher, url: null, language: 'en', text };
  });
}

const sets = directories.map((directory) => ({ gold: readGold(directory), reports: reportsIn(directory) }));

function scores(change, ofReport = (report) => report) {
  return sets.map(({ gold, reports }) => {
    const readings = reports.map(ofReport).map((report) => {
      const a = analyse(report);
      change(a);
      return readingOf(report, a).reading;
    });
    return 100 * scoreReadings(gold, readings).overall.f1;
  });
}

const whole = scores(ABLATIONS.nothing);
const shown = (name, values) =>
  console.log(`| ${[name, ...values.flatMap((f1, i) => [f1.toFixed(1), (f1 - whole[i]).toFixed(1)])].join(' | ')} |`);
console.log(
  `| without | ${directories.map((directory) => `${directory.split('/').filter(Boolean).slice(-2).join('/')} | difference`).join(' | ')} |`,
);
console.log(`| ---${' | ---:'.repeat(2 * sets.length)} |`);
for (const [name, change] of Object.entries(ABLATIONS)) shown(name, scores(change));
for (const [name, change] of Object.entries(OF_REPORT)) shown(name, scores(ABLATIONS.nothing, change));
