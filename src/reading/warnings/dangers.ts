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
  const told = new Map<number, Threat[]>();
  for (const threat of threats)
    if (threat.actor !== null && AHEAD.has(threat.type))
      for (const [start] of threat.evidence) {
        const sentence = sentenceOf(start);
        told.set(sentence, [...(told.get(sentence) ?? []), threat]);
      }
  if (!told.size) return;
  for (const { about, evidence, issuer, recipients, advice } of warnings) {
    if (about.actor !== null || about.targets.length || advice === null) continue;
    const sentence = sentenceOf(evidence[0]![0]);
    for (let s = sentence; s >= sentence - REACH && about.actor === null; s--) {
      const near = told
        .get(s)
        ?.findLast(
          ({ actor, by }) =>
            (by === null || by === issuer) && actor !== issuer && actor !== null && !recipients.includes(actor),
        );
      if (!near) continue;
      about.actor = near.actor;
      about.targets.push(...near.against);
    }
  }
}
const AHEAD: ReadonlySet<string> = new Set(['intent', 'capability', 'plotting']);
