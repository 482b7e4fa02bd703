/** The rules of levels, as rules.tsv has them: the page shows that file as it stands. */
import { readFileSync } from 'node:fs';
import { LEVELS, type LevelStep } from '../decision.js';
import { ANSWERS, type Answer, type Fact, INDICATORS, type Indicator } from '../schema-levels.js';

export interface IndicatorRule {
  indicator: Indicator;
  answer: Answer;
  fact: Fact['kind'];
  /** One of them is needed; none: any fact of the kind. */
  marks: string[];
  days: number;
  origins: number;
  words: string;
}

export interface LevelRule {
  step: LevelStep;
  /** The answers that are needed; an indicator that is missing may have any. */
  answers: Partial<Record<Indicator, Answer>>;
  term: string;
  from: number;
  to: number;
  words: string;
}

/** The file. */
export const RULES_TEXT = readFileSync(new URL('./rules.tsv', import.meta.url), 'utf8');

const rows = RULES_TEXT.split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t'));

export const INDICATOR_RULES: readonly IndicatorRule[] = rows
  .filter(([first]) => first !== 'level')
  .map(([indicator, answer, fact, marks = '', days, origins, words = '']) => ({
    indicator: one(INDICATORS, indicator),
    answer: one(ANSWERS, answer),
    fact: one(['incident', 'threat', 'warning', 'report'] as const, fact),
    marks: marks === '-' ? [] : marks.split(' '),
    days: whole(days),
    origins: whole(origins),
    words,
  }));

export const LEVEL_RULES: readonly LevelRule[] = rows
  .filter(([first]) => first === 'level')
  .map(([, step, intent, capability, activity, imminence, term = '', from, to, words = '']) => ({
    step: one(LEVELS, step),
    answers: Object.fromEntries(
      Object.entries({ intent, capability, activity, imminence })
        .filter(([, answer]) => answer !== '-')
        .map(([indicator, answer]) => [indicator, one(ANSWERS, answer)]),
    ),
    term,
    from: whole(from),
    to: whole(to),
    words,
  }));

function one<T extends string>(among: readonly T[], word: string | undefined): T {
  const found = among.find((each) => each === word);
  if (found === undefined) throw new Error(`rules.tsv: ${word} is none of ${among.join(', ')}`);
  return found;
}

function whole(text: string | undefined): number {
  if (!/^\d+$/.test(text ?? '')) throw new Error(`rules.tsv: ${text} is no whole number`);
  return Number(text);
}
