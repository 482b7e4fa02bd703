// Reads texts that nobody would write, and checks that each reading is sound: `npm run fuzz [-- CASES [SEED]]`, 100,000
// cases unless told. Build first. A failure prints the seed and the smallest text that shows it.
import fc from 'fast-check';
import { read } from '../dist/reading/read.js';
import { Reading } from '../dist/reading/schema.js';

const CASES = Number(process.argv[2] ?? 100_000);
const SEED = Number(process.argv[3] ?? Date.now() % 2 ** 31);

const SENTENCES = [
  'Gunmen of Boko Haram killed at least 12 people in a market in Maiduguri on Friday.',
  'TWO CAR BOMBS EXPLODED NEAR THE U.S. EMBASSY IN LIMA; THE SHINING PATH CLAIMED IT.',
  'The U.S. embassy warned Americans to avoid “large gatherings” in Moscow for 48 hours.',
  'Al-Shabaab, a branch of al-Qaeda, threatened to attack hotels in Nairobi next week.',
  'Police arrested two suspects in Mogadishu; the group denied any part in it.',
  '“He said, ‘we will strike “again”’,” the colonel told reporters in March 2019.',
  '02/24/2012: Three suicide bombers attacked a police station; 3-5 officers were injured.',
  'The movement, founded in 2004 by Khan, is led by its emir and operates in Mali.',
];
const PIECES =
  'the a group its leader he who that by in on and killed bombed claimed attack 12 two March 2019 Friday Kabul ISIS U.S. Mr. , . ; : " “ ” ’s ( ) [ ] - -- • * 1. # /'.split(
    ' ',
  );
const sentence = fc.constantFrom(...SENTENCES);
const cut = fc
  .tuple(sentence, fc.nat(90), fc.nat(90))
  .map(([text, a, b]) => text.slice(Math.min(a, b), Math.max(a, b)));
const part = fc.oneof(
  sentence,
  sentence.map((text) => text.toUpperCase()),
  cut,
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\ud83d',
    '\udd6f',
    '\u0000',
    '\u2028',
    '\ufeff',
    '\u202e',
    '🕯️',
    '👩‍👩‍👧',
    'é',
    'ﷺ',
    'ن',
    '漢字',
    'İ',
    'ß',
    'ǅ',
  ),
  fc
    .tuple(fc.constantFrom('a', 'A', '-', '"', '(', '1', 'é', '\n', 'A-', "l'", 'killed '), fc.nat(300))
    .map(([unit, n]) => unit.repeat(n)),
);
const text = fc
  .array(fc.tuple(part, fc.constantFrom(' ', '', '\n', '\n\n', '\n- ', ', ', '\t', '\r\n')), { maxLength: 8 })
  .map((parts) => parts.flat().join(''));
const day = fc.constantFrom('2024-03-25', '0001-01-01', '9999-12-31', null);

/** Every `at`, `mentions` and `evidence` of a value. */
function* spansOf(value) {
  if (Array.isArray(value)) {
    if (value.length === 2 && value.every((n) => typeof n === 'number')) yield value;
    else for (const item of value) yield* spansOf(item);
  } else if (value !== null && typeof value === 'object') for (const item of Object.values(value)) yield* spansOf(item);
}

/** Throws where a reading is not sound: out of the vocabulary, without evidence, or with a span that is none. */
function check(given, published) {
  const reading = read({
    id: 'sha256:0',
    file: null,
    title: null,
    published,
    publisher: null,
    url: null,
    language: 'en',
    text: given,
  });
  Reading.parse(reading);
  for (const [start, end] of spansOf({ ...reading, report: null }))
    if (!(start >= 0 && start < end && end <= given.length)) throw new Error(`span ${start}-${end} of ${given.length}`);
  for (const kind of ['incidents', 'attributions', 'warnings', 'threats', 'responses', 'relations'])
    for (const { evidence } of reading[kind]) if (evidence.length === 0) throw new Error(`${kind} without evidence`);
}

const start = performance.now();
fc.assert(fc.property(text, day, check), { numRuns: CASES, seed: SEED });
console.log(`${CASES} texts read soundly in ${Math.round((performance.now() - start) / 1000)} s (seed ${SEED})`);
