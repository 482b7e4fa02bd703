/** From facts to a level, by the rules of rules.tsv and by nothing else. */
import { dayNumber, isoDay } from '../days.js';
import type { LevelStep, Signed } from '../decision.js';
import {
  ANSWERS,
  type Answer,
  INDICATORS,
  type Indicator,
  type IndicatorState,
  type Level,
  type LevelPage,
  type WouldChange,
} from '../schema-levels.js';
import { ageOf, type Marked } from './facts.js';
import { INDICATOR_RULES, type IndicatorRule, LEVEL_RULES, type LevelRule } from './rules.js';

/** Facts shown for one indicator, the newest. */
const SHOWN = 5;

type Answers = Record<Indicator, Answer>;

/** @param set the level that a person set, in force on that day */
export function levelOf(
  subject: { id: string; name: string },
  day: string,
  facts: readonly Marked[],
  set: { level: LevelStep; set: Signed } | null,
): Level {
  const indicators = INDICATORS.map((indicator) => stateOf(indicator, facts, day));
  const rule = levelRule(answersOf(indicators));
  const level = set?.level ?? rule?.step ?? null;
  return {
    ...subject,
    day,
    indicators,
    proposed: rule?.step ?? null,
    rule: rule ? inWords(rule) : 'No row of the rules holds: too little is reported for a level.',
    level,
    set: set?.set ?? null,
    likelihood: likelihoodOf(level),
  };
}

function stateOf(indicator: Indicator, facts: readonly Marked[], day: string): IndicatorState {
  for (const rule of INDICATOR_RULES.filter((row) => row.indicator === indicator)) {
    const held = facts.filter((each) => counts(rule, each, day));
    if (new Set(held.flatMap(({ origins }) => [...origins])).size < rule.origins) continue;
    const shown = held
      .map(({ fact }) => fact)
      .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1));
    const newest = shown[0]?.day ?? day;
    const until = rule.origins === 1 ? isoDay(dayNumber(newest) + rule.days) : null;
    return { indicator, answer: rule.answer, rule: rule.words, facts: shown.slice(0, SHOWN), until };
  }
  return { indicator, answer: 'unknown', rule: 'no row of the rules holds', facts: [], until: null };
}

function counts({ fact: kind, marks, days }: IndicatorRule, { fact, marks: own }: Marked, day: string): boolean {
  return (
    fact.kind === kind && ageOf(fact, day) <= days && (marks.length === 0 || marks.some((mark) => own.includes(mark)))
  );
}

function answersOf(indicators: readonly IndicatorState[]): Answers {
  return Object.fromEntries(indicators.map(({ indicator, answer }) => [indicator, answer])) as Answers;
}

function levelRule(answers: Answers): LevelRule | undefined {
  return LEVEL_RULES.find((rule) =>
    INDICATORS.every((each) => (rule.answers[each] ?? answers[each]) === answers[each]),
  );
}

/** "severe: intent yes, capability yes, activity yes". */
function inWords({ step, answers }: LevelRule): string {
  const needed = INDICATORS.flatMap((each) => (answers[each] ? [`${each} ${answers[each]}`] : []));
  return `${step}: ${needed.join(', ')}`;
}

/** By definition of the step, in the words of ICD 203. */
function likelihoodOf(level: LevelStep | null): Level['likelihood'] {
  const rule = LEVEL_RULES.find(({ step }) => step === level);
  if (!rule) return null;
  const { term, from, to, words } = rule;
  return { term, from, to, sentence: `${words} (${from}–${to} %).` };
}

/** Every change of one answer that would make another level. */
export function wouldChange({ indicators, proposed }: Level): WouldChange[] {
  const answers = answersOf(indicators);
  return INDICATORS.flatMap((indicator) =>
    ANSWERS.filter((answer) => answer !== answers[indicator]).flatMap((answer): WouldChange[] => {
      const to = levelRule({ ...answers, [indicator]: answer })?.step ?? null;
      const rows = INDICATOR_RULES.filter((row) => row.indicator === indicator && row.answer === answer);
      const by = answer === 'unknown' ? ['no row of the rules holds any more'] : rows.map(({ words }) => words);
      return to === proposed ? [] : [{ indicator, answer, to, by }];
    }),
  );
}

type Changed = NonNullable<LevelPage['since']>['changed'];

/** What is different between two days, each indicator with the facts that make its answer now. */
export function changedSince(before: Level, now: Level): Changed {
  const words = (level: LevelStep | null) => level ?? 'none';
  const indicators = now.indicators.flatMap((state): Changed => {
    const old = before.indicators.find(({ indicator }) => indicator === state.indicator);
    if (!old || old.answer === state.answer) return [];
    return [{ what: state.indicator, from: old.answer, to: state.answer, facts: state.facts }];
  });
  const steps = (['proposed', 'level'] as const).flatMap(
    (what): Changed =>
      before[what] === now[what] ? [] : [{ what, from: words(before[what]), to: words(now[what]), facts: [] }],
  );
  return [...indicators, ...steps];
}
