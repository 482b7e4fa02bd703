/** Of whom a warning warns where it only says what to do: of those of whom the sentences before say what they may do. */
import type { Analysis } from '../analysis.js';
import type { Threat, Warning } from '../schema.js';

/** Sentences before the advice in which the danger may be told. */
const REACH = 2;

/** "The group may strike churches. Father X asked his parish to stay away": fills actor and targets from the threats told there. */
export function tellDangers({ doc }: Analysis, warnings: readonly Warning[], threats: readonly Threat[]): void {
  const sentenceOf = (offset: number): number => {
    let low = 0;
    let high = doc.sentences.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (doc.tokens[doc.sentences[middle]!.first]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const told = threats.flatMap((threat) =>
    threat.actor !== null && AHEAD.has(threat.type)
      ? threat.evidence.map(([start]) => ({ threat, sentence: sentenceOf(start) }))
      : [],
  );
  if (!told.length) return;
  for (const { about, evidence, issuer, recipients, advice } of warnings) {
    if (about.actor !== null || about.targets.length || advice === null) continue;
    const sentence = sentenceOf(evidence[0]![0]);
    const near = told.findLast(
      (one) =>
        one.sentence <= sentence &&
        sentence - one.sentence <= REACH &&
        (one.threat.by === null || one.threat.by === issuer) &&
        one.threat.actor !== issuer &&
        !recipients.includes(one.threat.actor!),
    );
    if (!near) continue;
    about.actor = near.threat.actor;
    about.targets.push(...near.threat.against);
  }
}
const AHEAD: ReadonlySet<string> = new Set(['intent', 'capability', 'plotting']);
