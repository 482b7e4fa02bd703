// Trains the models of src/exchange/muc4 and scores them on folds.
//   node train/muc4/train.js            five-fold score on dev
//   node train/muc4/train.js --write    trains on all of dev and writes src/exchange/muc4/models.json
//   node train/muc4/train.js --test     trains on all of dev and scores tst1
import { writeFileSync } from 'node:fs';
import { findEvents, sentenceChances } from '../../dist/exchange/muc4/events.js';
import { FILLERS } from '../../dist/exchange/muc4/fills.js';
import { classify } from '../../dist/exchange/muc4/model.js';
import { MODEL_NAMES } from '../../dist/exchange/muc4/models.js';
import { templatesFrom } from '../../dist/exchange/muc4/read.js';
import { sentenceFeatures, textFeatures } from '../../dist/exchange/muc4/sentence-features.js';
import { printIrrelevant, printTemplate } from '../../dist/exchange/muc4/template.js';
import { TYPES } from '../../dist/exchange/muc4/triggers.js';
import { createScorer, foldOf, load, parseTemplates } from './data.js';
import { sentenceLabels } from './labels.js';
import { learn } from './learn.js';
import { report } from './report.js';
import { addRows } from './rows.js';

const FOLDS = [0, 1, 2, 3, 4];
const CLASSES = ['O', ...TYPES];
const args = new Set(process.argv.slice(2));
const started = Date.now();
const note = (what) => console.error(`${((Date.now() - started) / 1000).toFixed(1)} s  ${what}`);

function sentenceRows(texts, keys) {
  return texts.flatMap((text) => {
    const shared = textFeatures(text);
    return sentenceLabels(text, keys.get(text.message.id) ?? []).flatMap((label, s) =>
      s < text.from
        ? []
        : [
            {
              text,
              s,
              fold: foldOf(text.message.id),
              known: label.known,
              label: label.template ? CLASSES.indexOf(label.type) : 0,
              features: sentenceFeatures(text, s, shared),
            },
          ],
    );
  });
}

const learnSentence = (rows) =>
  learn(
    rows.filter(({ known }) => known),
    CLASSES,
  );

/** Classes by name, "none" or "no" first; rows with labels as indices. */
function learnNamed(name, rows) {
  const classes =
    name === 'filler'
      ? [...FILLERS]
      : name === 'date' || name === 'location' || name === 'role'
        ? ['no', 'yes']
        : [...new Set(['none', ...rows.map(({ label }) => label)])].sort();
  return learn(
    rows.map(({ features, label }) => ({ features, label: classes.indexOf(label) })),
    classes,
    { epochs: name === 'filler' ? 6 : 8 },
  );
}

function learnRest(rows, out = null) {
  const models = {};
  for (const name of MODEL_NAMES)
    if (name !== 'sentence')
      models[name] = learnNamed(
        name,
        rows[name].filter(({ fold }) => fold !== out),
      );
  return models;
}

const dev = load('dev');
note(`${dev.texts.length} texts`);
const sentences = sentenceRows(dev.texts, dev.keys);
const chances = new Map(
  dev.texts.map((text) => [text, text.a.doc.sentences.map(() => CLASSES.map((_, c) => (c ? 0 : 1)))]),
);
const sentenceModels = FOLDS.map((k) => learnSentence(sentences.filter(({ fold }) => fold !== k)));
for (const { text, s, fold, features } of sentences) chances.get(text)[s] = classify(sentenceModels[fold], features);
note('sentence models');

const rows = Object.fromEntries(MODEL_NAMES.map((name) => [name, []]));
for (const text of dev.texts)
  addRows(
    rows,
    text,
    findEvents(chances.get(text), CLASSES),
    dev.keys.get(text.message.id) ?? [],
    foldOf(text.message.id),
  );
note(
  `rows: ${Object.entries(rows)
    .map(([name, list]) => `${name} ${list.length}`)
    .join(', ')}`,
);

const print = (text, templates) =>
  templates.length ? templates.map((t, i) => printTemplate(t, i + 1)).join('\n\n') : printIrrelevant(text.message.id);

if (args.has('--write') || args.has('--test')) {
  const models = { sentence: learnSentence(sentences), ...learnRest(rows) };
  if (args.has('--write')) {
    const path = new URL('../../src/exchange/muc4/models.json', import.meta.url);
    const json = JSON.stringify(models);
    writeFileSync(path, json);
    note(`${(json.length / 1e6).toFixed(1)} MB written`);
  }
  if (args.has('--test')) {
    const test = load('tst1');
    const printed = test.texts.map((text) =>
      print(text, templatesFrom(text, sentenceChances(text, models.sentence), models)),
    );
    report(createScorer().score(test.all, parseTemplates(printed.join('\n\n'))));
  }
} else {
  const printed = [];
  for (const k of FOLDS) {
    const models = { sentence: sentenceModels[k], ...learnRest(rows, k) };
    for (const text of dev.texts)
      if (foldOf(text.message.id) === k) printed.push(print(text, templatesFrom(text, chances.get(text), models)));
    note(`fold ${k}`);
  }
  report(createScorer().score(dev.all, parseTemplates(printed.join('\n\n'))));
}
