/**
 * From links to clusters: which statements are of one incident, or of one warning. The strongest link is taken first;
 * two clusters are not merged where any two of their statements cannot be the same.
 */
import { forbidden } from './compare.js';
import { facetOf } from './facet.js';
import type { AnyFeature } from './feature.js';
import { DECIDED, groupBy, type Link, Sets } from './forest.js';

/** A decision in force that tells two statements apart. */
export interface Parted {
  a: string;
  b: string;
}

/** Statements that links hold together, and the clusters that they fall into. */
export interface Component {
  statements: string[];
  clusters: string[][];
}

/**
 * Parts statements into components and these into clusters.
 * @param forest the spanning forest of the links between the statements
 */
export function partition(
  features: readonly AnyFeature[],
  forest: readonly Link[],
  parted: readonly Parted[],
): Component[] {
  const sets = new Sets();
  for (const { a, b } of forest) sets.union(a, b);
  const links = new Map(groupBy(forest, ({ a }) => sets.find(a)).map((held) => [sets.find(held[0]?.a ?? ''), held]));
  return groupBy(features, ({ statement }) => sets.find(statement)).map((inside) => {
    const statements = inside.map(({ statement }) => statement);
    return { statements, clusters: clusters(inside, links.get(sets.find(statements[0] ?? '')) ?? [], parted) };
  });
}

/**
 * The clusters of the statements.
 * @param forest links that hold the statements together, strongest first; a person's joins are stopped only by
 * a person's "not the same"
 */
function clusters(features: readonly AnyFeature[], forest: readonly Link[], parted: readonly Parted[]): string[][] {
  const sets = new Sets();
  const kinds = new Map<string, Map<string, AnyFeature>>(
    features.map((feature) => [feature.statement, new Map([[forbiddingFacet(feature), feature]])]),
  );
  const apart = (a: string, b: string) =>
    parted.some(({ a: x, b: y }) => {
      const [first, second] = [sets.find(x), sets.find(y)];
      return (first === a && second === b) || (first === b && second === a);
    });
  // What a person joins comes last and is asked nothing, so that it cannot keep apart what the rules join.
  const decided = forest.filter(({ score }) => score >= DECIDED);
  for (const { a, b, score } of [...forest.filter(({ score }) => score < DECIDED), ...decided]) {
    const [first, second] = [sets.find(a), sets.find(b)];
    const [one, other] = [kinds.get(first), kinds.get(second)];
    if (first === second || !one || !other || apart(first, second)) continue;
    if (score < DECIDED && conflicting(one, other)) continue;
    sets.union(first, second);
    for (const [key, feature] of other) {
      const known = one.get(key);
      if (!known || earlier(feature, known)) one.set(key, feature);
    }
  }
  return groupBy(
    features.map(({ statement }) => statement),
    (statement) => sets.find(statement),
  );
}

function conflicting(one: Map<string, AnyFeature>, other: Map<string, AnyFeature>): boolean {
  for (const a of one.values()) for (const b of other.values()) if (forbidden(a, b)) return true;
  return false;
}

/**
 * A facet without the day of the report: of those that give no day, the earliest told forbids all that the others do,
 * since what is told cannot have happened later. So a cluster keeps few, however often it is told.
 */
function forbiddingFacet(feature: AnyFeature): string {
  return facetOf({ ...feature, published: null });
}

function earlier(a: AnyFeature, b: AnyFeature): boolean {
  return (a.published ?? Number.POSITIVE_INFINITY) < (b.published ?? Number.POSITIVE_INFINITY);
}
