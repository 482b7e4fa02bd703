// Trains the models of src/exchange/muc4 and scores them on folds.
//   node train/muc4/train.js              five-fold score on dev
//   node train/muc4/train.js --test       trains on all of dev and scores tst1
//   node train/muc4/train.js --write      trains on all of dev and tst1 and writes src/exchange/muc4/models.json
//   … --tune                              moves the limits (limits.ts) to where F on the folds is greatest, and says where
//   … --oracle                            events as the strings of the key show them: how much better finding could do
// LIMITS='{"tells":0.2}' tries other limits; OUT=FILE keeps the templates of the folds.
import { writeFileSync } from 'node:fs';
import { findEvents, linkRows, sentenceChances } from '../../dist/exchange/muc4/events.js';
import { FILLERS } from '../../dist/exchange/muc4/fills.js';
import { LIMITS } from '../../dist/exchange/muc4/limits.js';
import { MODEL_NAMES } from '../../dist/exchange/muc4/models.js';
import { fillAll, findAll, templatesFrom } from '../../dist/exchange/muc4/read.js';
import { printIrrelevant, printTemplate } from '../../dist/exchange/muc4/template.js';
import { TYPES } from '../../dist/exchange/muc4/triggers.js';
import { mapped } from './align.js';
import { boost } from './boost.js';
import { createScorer, foldOf, load, parseTemplates, report } from './data.js';
import { sentenceLabels } from './labels.js';
import { learn, learnChoice } from './learn.js';
import { addRows } from './rows.js';
import { sentenceRows, settleDoubts } from './sentences.js';

const FOLDS = [0, 1, 2, 3, 4];
const CLASSES = ['O', ...TYPES];
const args = process.argv.slice(2);
if (process.env.LIMITS) Object.assign(LIMITS, JSON.parse(process.env.LIMITS));
const started = Date.now();
const note = (what) => console.error(`${((Date.now() - started) / 1000).toFixed(1)} s  ${what}`);
const foldOfText = (text) => foldOf(text.message.id);

const dev = load('dev');
if (args.includes('--write')) {
  const more = load('tst1');
  dev.texts.push(...more.texts);
  for (const [id, templates] of more.keys) dev.keys.set(id, templates);
}
const keysOf = (text) => dev.keys.get(text.message.id) ?? [];
const labels = new Map(dev.texts.map((text) => [text, sentenceLabels(text, keysOf(text))]));
note(`${dev.texts.length} texts`);

/** What was found best on folds for the models that differ from the rest. */
const SETTINGS = { filler: { epochs: 6, least: 3, l2: 5e-7, rate: 0.04 }, keep: { epochs: 5 } };
const CHOICES = new Set(['date', 'location', 'role']);
const TWO = { keep: ['no', 'yes'], sentence: CLASSES, filler: [...FILLERS] };
/** A model from rows whose labels are names of classes, without those of the fold `out`. */
function learnNamed(name, rows, out = null) {
  if (CHOICES.has(name)) return learnChoice(rows.filter(({ fold }) => fold !== out).map(({ group }) => group));
  const classes = TWO[name] ?? [...new Set(['none', ...rows.map(({ label }) => label)])].sort();
  const used = rows
    .filter(({ fold }) => fold !== out)
    .map(({ features, label, weight }) => ({ features, label: classes.indexOf(label), weight }));
  return learn(used, classes, SETTINGS[name] ?? {});
}

// 1. Sentences: which tell of what.
const inFolds = (row) => ({ ...row, fold: foldOfText(row.text) });
const chancesBy = (models) => new Map(dev.texts.map((text) => [text, sentenceChances(text, models[foldOfText(text)])]));
const learnFolds = (rows) => FOLDS.map((k) => learnNamed('sentence', rows, k));
const inDoubt = sentenceRows(dev.texts, labels).map(inFolds);
const first = chancesBy(learnFolds(inDoubt.filter(({ label }) => label)));
const settled = settleDoubts(inDoubt, keysOf, (text) => first.get(text), CLASSES);
const chances = chancesBy(learnFolds(settled));
note('sentence models');

// 2. Links: which sentences tell of the same. That goes by where and when each would have been, so that those models come
// first, learned from the events that the strings of the key show.
const pairs = dev.texts.flatMap((text) => {
  const telling = labels.get(text).flatMap((label, s) => (label.template ? [{ ...label, s }] : []));
  return telling.flatMap((a, i) =>
    telling
      .slice(i + 1)
      .filter((b) => a.type === b.type)
      .map((b) => ({ text, type: a.type, i: a.s, j: b.s, yes: a.template === b.template, fold: foldOfText(text) })),
  );
});
/** The trees of each fold and of all texts (null), with where and when as `scenes` of its fold tells it for a text. */
function learnLinks(scenes) {
  const rowsOf = new Map(
    dev.texts.map((text) => [text, linkRows(text, chances.get(text), CLASSES, scenes[foldOfText(text)])]),
  );
  const rows = pairs.map((p) => ({ ...p, row: rowsOf.get(p.text)(CLASSES.indexOf(p.type), p.i, p.j) }));
  return (out) => boost(rows.filter(({ fold }) => fold !== out));
}
const noRows = () => Object.fromEntries(MODEL_NAMES.map((name) => [name, []]));
const shown = noRows();
for (const text of dev.texts) addRows(shown, text, told(text, keysOf(text)), keysOf(text), foldOfText(text));
const shownScenes = FOLDS.map((k) => ({
  date: learnNamed('date', shown.date, k),
  location: learnNamed('location', shown.location, k),
}));
const firstLinks = learnLinks(shownScenes);
let linking = FOLDS.map((k) => ({ ...shownScenes[k], link: firstLinks(k) }));
note(`links: ${pairs.length} pairs`);

const oracle = args.includes('--oracle');
/** The events of a text as its fold's models find them; with --oracle as the key's strings show them. */
const eventsOf = (text) =>
  oracle ? told(text, keysOf(text)) : findEvents(text, chances.get(text), CLASSES, linking[foldOfText(text)]);

/** The events that the strings of these templates show. */
function told(text, templates) {
  const rows = chances.get(text);
  const events = new Map();
  labels.get(text).forEach(({ template, type }, s) => {
    if (!template || !templates.includes(template)) return;
    const of = rows.map((r) => r[CLASSES.indexOf(type)] ?? 0);
    const event = events.get(template) ?? { type, sentences: [], chances: of, chance: 1 };
    event.sentences.push(s);
    events.set(template, event);
  });
  return [...events.values()];
}

// 3. Fills and details, on the events that were found and are in the key.
const rows = noRows();
for (const text of dev.texts) {
  const left = addRows(rows, text, eventsOf(text), keysOf(text), foldOfText(text));
  // Templates whose event was not found still show what fills them.
  if (left.length) addRows(rows, text, told(text, left), left, foldOfText(text));
}
const LATER = MODEL_NAMES.filter((name) => !['sentence', 'keep'].includes(name));
const learnLater = (out) => Object.fromEntries(LATER.map((name) => [name, learnNamed(name, rows[name], out)]));
note(LATER.map((name) => `${name} ${rows[name].length}`).join(', '));

// The events again, with where and when as they are told from now on.
const later = FOLDS.map(learnLater);
const links = learnLinks(later);
linking = FOLDS.map((k) => ({ date: later[k].date, location: later[k].location, link: links(k) }));
note('links again');

// 4. What to keep: whether the event's template would be mapped to one of the key.
const sentence = { classes: CLASSES };
const scorer = createScorer();
const print = (text, templates) =>
  templates.length ? templates.map((t, i) => printTemplate(t, i + 1)).join('\n\n') : printIrrelevant(text.message.id);
const all = { classes: ['no', 'yes'], bias: [0, 1e6], weights: {} };
const found = new Map();
const models = [];
for (const k of FOLDS) {
  models[k] = { sentence, link: linking[k].link, ...later[k] };
  for (const text of dev.texts) {
    if (foldOfText(text) !== k) continue;
    const here = fillAll(text, eventsOf(text), models[k]);
    found.set(text, here);
    const templates = parseTemplates(print(text, templatesFrom(text, here, { ...models[k], keep: all })));
    const which = mapped(scorer, keysOf(text), here.length ? templates : []);
    here.forEach(({ features }, i) => {
      if (which[i] !== 'optional') rows.keep.push({ features, label: which[i] ? 'yes' : 'no', fold: k });
    });
  }
}
note(`keep: ${rows.keep.length} rows, ${rows.keep.filter(({ label }) => label === 'yes').length} mapped`);

if (args.includes('--write') || args.includes('--test')) {
  const whole = {
    sentence: learnNamed('sentence', settled),
    link: links(null),
    ...learnLater(null),
    keep: learnNamed('keep', rows.keep),
  };
  if (args.includes('--write')) {
    const json = JSON.stringify(whole);
    writeFileSync(new URL('../../src/exchange/muc4/models.json', import.meta.url), json);
    note(`${(json.length / 1e6).toFixed(1)} MB written`);
  }
  if (args.includes('--test')) {
    const test = load('tst1');
    const printed = test.texts.map((text) =>
      print(text, templatesFrom(text, findAll(text, sentenceChances(text, whole.sentence), whole), whole)),
    );
    report(scorer.score(test.all, parseTemplates(printed.join('\n\n'))));
  }
}
if (!args.includes('--write')) {
  const keeps = FOLDS.map((k) => learnNamed('keep', rows.keep, k));
  const score = () => {
    const printed = dev.texts.map((text) => {
      const k = foldOfText(text);
      return print(text, templatesFrom(text, found.get(text), { ...models[k], keep: keeps[k] }));
    });
    if (process.env.OUT) writeFileSync(process.env.OUT, printed.join('\n\n'));
    return scorer.score(dev.all, parseTemplates(printed.join('\n\n')));
  };
  const exact = () => {
    const all = score().summary['ALL TEMPLATES'];
    return (200 * (all.cor + all.par / 2)) / (all.pos + all.act);
  };
  if (args.includes('--tune')) tune(exact);
  report(score());
}

/** Moves one limit after the other to where F is greatest. */
function tune(measure) {
  let best = measure();
  note(`F ${best.toFixed(2)}`);
  for (const name of ['kept', 'organization', 'perpetrator', 'name', 'description', 'target', 'instrument', 'further'])
    for (const step of [-0.05, 0.05])
      for (let n = 0; n < 4; n++) {
        const before = LIMITS[name];
        LIMITS[name] = Math.round((before + step) * 100) / 100;
        const f = measure();
        if (f > best + 0.005) {
          best = f;
          note(`${name} ${LIMITS[name]}: F ${best.toFixed(2)}`);
        } else {
          LIMITS[name] = before;
          break;
        }
      }
  note(JSON.stringify(LIMITS));
}
