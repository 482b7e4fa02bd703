/** Statements without those that a person rejected. */
import type { Line } from './line.js';
import type { AnyMention } from './mention.js';

/** The mention without the attributions that were rejected. Of a rejected incident or warning the store keeps no member. */
export function withoutRejected<M extends AnyMention>(mention: M, rejected: ReadonlySet<string>): M {
  if (mention.kind !== 'incident' || rejected.size === 0) return mention;
  const attributions = mention.said.attributions.filter(({ statement }) => !rejected.has(statement ?? ''));
  return { ...mention, said: { ...mention.said, attributions } };
}

/** The lines that were not rejected. */
export function linesWithout(lines: readonly Line[], rejected: ReadonlySet<string>): Line[] {
  return lines.filter(({ source }) => !rejected.has(source.statement));
}

/** The ids of a mention and of the attributions in it. */
export function statementsIn(mention: AnyMention): string[] {
  const attributions = mention.kind === 'incident' ? mention.said.attributions : [];
  return [mention.statement, ...attributions.flatMap(({ statement }) => statement ?? [])];
}
