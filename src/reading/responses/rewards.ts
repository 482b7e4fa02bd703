/** "up to $10 million for information that leads to X": rewards, one for each whom they are set on. */
import { type Analysis, within } from '../analysis.js';
import { clausesIn } from '../facts.js';
import { groupIn } from '../who.js';
import type { Act } from './act.js';

const OFFERING = /^(?:offer|raise|announce|post|double|increase|pay|put)$/;

export function rewardsIn(a: Analysis): Act[] {
  const { tokens, sentences } = a.doc;
  const acts: Act[] = [];
  for (let i = 1; i < tokens.length; i++) {
    const { lower, sentence } = tokens[i]!;
    const offered = lower === 'information' && tokens[i - 1]!.lower === 'for';
    if (!offered) continue;
    const { first, last } = sentences[sentence]!;
    const clause = clausesIn(a, sentence).find(({ verb }) => OFFERING.test(verb.lemma) && !verb.negated);
    if (!clause) continue;
    const subject = a.phrases.nouns[clause.subjects[0] ?? -1];
    const by = subject
      ? a.names.actorFor(subject.first, subject.last)
      : (within(a.names.actorMentions, first, i)[0]?.actor ?? null);
    const persons = within(a.names.actorMentions, i, last).filter(({ actor }) => actor.kind === 'person');
    const group = groupIn(a, i, last);
    const whom = persons.length ? [...new Set(persons.map(({ actor }) => actor))] : group ? [group] : [];
    const date = within(a.dates, first, last).find(({ kind }) => kind !== 'dateline');
    for (const actor of whom) {
      acts.push({
        type: 'reward',
        by: by?.kind === 'group' ? null : by,
        against: [actor],
        incident: null,
        place: null,
        date: date ? { start: date.start, end: date.end, at: date.at } : null,
        sentence,
      });
    }
  }
  return acts;
}
