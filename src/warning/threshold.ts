/**
 * The threshold of the duty to warn (ICD 191: credible and specific information of an impending threat of intentional
 * killing, serious bodily injury or kidnapping): a table of rules that answer each test, and what the machine proposes.
 */
import type { Reliability } from '../picture/decision.js';
import type { Source } from '../picture/schema.js';
import type { Answer, Proposal, Test, TestResult } from './schema.js';
import type { Subject } from './subject.js';

/** What the rules look at: the subject, and how far people hold its publishers to be reliable (Admiralty, F: not graded). */
interface Facts extends Subject {
  reliability: (publisher: string | null) => Reliability;
}

interface Rule {
  test: Test;
  answer: Answer;
  says: string;
  /** The sources that it rests on; an empty list: the rule does not hold. `true`: it holds for the subject as a whole. */
  holds: (facts: Facts) => Source[] | boolean;
}

const DAY = 86_400_000;
/** A warning told so many days after it was given is history, not news. */
const HINDSIGHT_DAYS = 7;

/** Words that say that something is close. Whole words, lower case. */
const IMPENDING =
  /\b(?:imminent(?:ly)?|impending|immediate(?:ly)?|about to|any (?:moment|time|day) now|within (?:hours|days|the (?:next|coming))|in the (?:next|coming) (?:few )?(?:\d+ )?(?:hours?|days?|weeks?)|(?:next|coming) (?:\d+|few|several|forty-eight|twenty-four|seventy-two) (?:hours|days)|\d+[- ]hours?|tonight|tomorrow|today|this (?:weekend|week|evening|morning|afternoon|month)|over the (?:weekend|holidays?)|upcoming|final (?:stages?|preparations?)|ready to strike|advanced stages?)\b/i;
const HARM =
  /\b(?:attack\w*|bomb\w*|explosi\w+|blast\w*|kill\w*|murder\w*|massacre\w*|shoot\w*|gun\w*|stab\w*|behead\w*|assassinat\w*|kidnap\w*|abduct\w*|hostage\w*|suicide|terror\w*|casualt\w+|strike|strikes|ramm\w+|poison\w*|hijack\w*|militants?|extremists?|jihadis\w*|violence|mass[- ]casualty)\b/i;
const NO_HARM =
  /\b(?:crime|pickpocket\w*|demonstration\w*|protest\w*|strike action|flood\w*|earthquake|traffic|weather|covid\w*)\b/i;

const quoting =
  (words: RegExp) =>
  ({ sources }: Facts): Source[] =>
    sources.filter(({ quote }) => words.test(quote));
const days = (from: string | null, to: string | null): number | null =>
  from === null || to === null ? null : (Date.parse(to) - Date.parse(from)) / DAY;

/** For each test the first rule that holds answers; the last row of a test always holds. */
export const THRESHOLD_RULES: readonly Rule[] = [
  {
    test: 'credible',
    answer: 'no',
    says: 'every publisher of it is graded D or E',
    holds: ({ sources, reliability }) =>
      sources.every(({ publisher }) => /[DE]/.test(reliability(publisher))) && sources,
  },
  {
    test: 'credible',
    answer: 'yes',
    says: 'a government or one of its bodies says so',
    holds: ({ voices, sources }) =>
      voices.some((voice) => voice !== null && (voice.kind === 'government' || voice.kind === 'agency')) && sources,
  },
  {
    test: 'credible',
    answer: 'yes',
    says: 'a publisher that is graded A or B says so',
    holds: ({ sources, reliability }) => sources.filter(({ publisher }) => /[AB]/.test(reliability(publisher))),
  },
  {
    test: 'credible',
    answer: 'yes',
    says: 'two independent origins or more say so',
    holds: ({ origins, sources }) => origins >= 2 && sources,
  },
  { test: 'credible', answer: 'unknown', says: 'one origin alone, whose publisher is not graded', holds: () => true },

  {
    test: 'specific',
    answer: 'yes',
    says: 'a kind of gathering, a person, an institution or a site is named',
    holds: ({ targets, sources }) => targets.length > 0 && sources,
  },
  {
    test: 'specific',
    answer: 'yes',
    says: 'a city, a district or a site is named',
    holds: ({ place, sources }) => place !== null && /site|city|district/.test(place.precision) && sources,
  },
  {
    test: 'specific',
    answer: 'no',
    says: 'neither a place nor a target is named',
    holds: ({ place, targets }) => place === null && targets.length === 0,
  },
  { test: 'specific', answer: 'unknown', says: 'only a country, a province or a region is named', holds: () => true },

  {
    test: 'impending',
    answer: 'no',
    says: 'it is over: it happened, or it was stopped',
    holds: ({ status, sources }) => (status === 'occurred' || status === 'foiled' || status === 'attempted') && sources,
  },
  {
    test: 'impending',
    answer: 'no',
    says: 'its window had closed before it was first reported',
    holds: ({ window, reported, sources }) => (days(window?.end ?? null, reported) ?? 0) > 0 && sources,
  },
  {
    test: 'impending',
    answer: 'no',
    says: 'it is told in hindsight, more than a week after it was first said',
    holds: ({ since, reported, sources }) => (days(since, reported) ?? 0) > HINDSIGHT_DAYS && sources,
  },
  { test: 'impending', answer: 'yes', says: 'the words say that it is close', holds: quoting(IMPENDING) },
  {
    test: 'impending',
    answer: 'yes',
    says: 'a window is given that was open when it was first reported',
    holds: ({ window, sources }) => window?.end != null && sources,
  },
  { test: 'impending', answer: 'unknown', says: 'nothing says when', holds: () => true },

  {
    test: 'harm',
    answer: 'yes',
    says: 'killing, serious injury or kidnapping is spoken of',
    holds: quoting(HARM),
  },
  {
    test: 'harm',
    answer: 'yes',
    says: 'the kind of attack kills, injures or kidnaps',
    holds: ({ type, sources }) => type !== null && type !== 'unknown' && type !== 'facility-attack' && sources,
  },
  { test: 'harm', answer: 'no', says: 'only other dangers are spoken of', holds: quoting(NO_HARM) },
  { test: 'harm', answer: 'unknown', says: 'nothing says what harm', holds: () => true },

  {
    test: 'target',
    answer: 'yes',
    says: 'who or what is at risk is named',
    holds: ({ targets, sources }) => targets.length > 0 && sources,
  },
  {
    test: 'target',
    answer: 'yes',
    says: 'those at the named place are at risk',
    holds: ({ place, sources }) => place !== null && /site|city|district/.test(place.precision) && sources,
  },
  { test: 'target', answer: 'unknown', says: 'nothing says who is at risk', holds: () => true },
];

/** Each test with its answer, the rule that gave it, and at most three of the quotes that it rests on. */
export function testSubject(subject: Subject, reliability: Facts['reliability']): TestResult[] {
  const facts: Facts = { ...subject, reliability };
  const results = new Map<Test, TestResult>();
  for (const { test, answer, says, holds } of THRESHOLD_RULES) {
    if (results.has(test)) continue;
    const held = holds(facts);
    if (held === false || (Array.isArray(held) && held.length === 0)) continue;
    results.set(test, { test, answer, rule: says, sources: Array.isArray(held) ? held.slice(0, 3) : [] });
  }
  return [...results.values()];
}

/** The tests that must all be met for the machine to propose a case; who is at risk may be found out in it. */
const MUST: readonly Test[] = ['credible', 'specific', 'impending', 'harm'];

/** The case that the machine proposes, or `null` where the threshold looks unmet. */
export function propose(subject: Subject, reliability: Facts['reliability']): Proposal | null {
  const tests = testSubject(subject, reliability);
  if (!MUST.every((test) => tests.some((each) => each.test === test && each.answer === 'yes'))) return null;
  const { id, kind, title, actor, place, targets, window, reported, statements, origins } = subject;
  return { subject: id, kind, title, tests, actor, place, targets, window, reported, statements, origins };
}
