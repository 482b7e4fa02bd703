/**
 * The picture of a set of reports, made at once: what the store keeps up to date report by report is defined by this.
 * Which statements stand together does not depend on the order of the reports; only ids do, which come from the first.
 */

import { partition } from '../../src/picture/cluster.js';
import type { DecisionKind, Signed } from '../../src/picture/decision.js';
import { DECIDED, type Link, link, Sets, spanningForest } from '../../src/picture/forest.js';
import type { OriginOf } from '../../src/picture/gather.js';
import { buildIncident } from '../../src/picture/incident.js';
import { entryOf, findLinks } from '../../src/picture/links.js';
import { type IncidentMention, mentionsOf, type WarningMention } from '../../src/picture/mention.js';
import { fingerprints, isCopy, maybeCopies, shingles } from '../../src/picture/origin.js';
import type { Known } from '../../src/picture/refs.js';
import type { PictureIncident, PictureWarning } from '../../src/picture/schema.js';
import { buildWarning } from '../../src/picture/warning.js';
import { withoutRejected } from '../../src/picture/without.js';
import type { Reading } from '../../src/reading/schema.js';

/** A decision that is in force. */
export interface Ruling {
  kind: DecisionKind;
  a: string;
  b: string | null;
  /** Of a correction. */
  slot?: string | null;
  value?: unknown;
  set?: Signed;
}

export interface Picture {
  incidents: PictureIncident[];
  warnings: PictureWarning[];
  /** For each statement its likeliest doubtful link. */
  doubts: Map<string, Link>;
}

/** @param readings in the order in which the reports were accepted */
export function buildPicture(readings: readonly Reading[], rulings: readonly Ruling[], known: Known): Picture {
  const rejected = new Set(rulings.filter(({ kind }) => kind === 'reject').map(({ a }) => a));
  const mentions = readings
    .flatMap((reading) => mentionsOf(reading, known))
    .filter(({ statement }) => !rejected.has(statement))
    .map((mention) => withoutRejected(mention, rejected));
  // Which are the same is told by what was read, whatever was corrected or rejected of it.
  const entries = readings
    .flatMap((reading) => mentionsOf(reading, known))
    .filter(({ statement }) => !rejected.has(statement))
    .map(entryOf);
  const byStatement = new Map(mentions.map((mention) => [mention.statement, mention]));
  const kindOf = (statement: string | null) => byStatement.get(statement ?? '')?.kind;
  const between = (kind: Ruling['kind']) =>
    rulings.flatMap(({ kind: ruled, a, b }) =>
      ruled === kind && b !== null && kindOf(a) !== undefined && kindOf(a) === kindOf(b) ? [{ a, b }] : [],
    );
  const { links, doubts } = findLinks(entries, entries);
  const forest = spanningForest([...links, ...between('join').map(({ a, b }) => link(a, b, DECIDED))]);
  const originOf = originsOf(readings);
  const incidents: PictureIncident[] = [];
  const warnings: PictureWarning[] = [];
  const features = entries.map(({ feature }) => feature);
  for (const cluster of partition(features, forest, between('part')).flatMap((component) => component.clusters)) {
    const together = new Set(cluster);
    const holding = forest.filter(({ a, b }) => together.has(a) && together.has(b));
    const members = cluster.flatMap((statement) => byStatement.get(statement) ?? []);
    const corrected = rulings.flatMap(({ kind, a, slot, value, set }) =>
      kind === 'correct' && together.has(a) && slot && set ? [{ statement: a, slot, value, set }] : [],
    );
    if (members[0]?.kind === 'incident')
      incidents.push(buildIncident(members as IncidentMention[], holding, originOf, corrected));
    else warnings.push(buildWarning(members as WarningMention[], holding, originOf, corrected));
  }
  return { incidents, warnings, doubts };
}

/** The origin of every report: the first accepted of the reports that are copies of one another. */
function originsOf(readings: readonly Reading[]): OriginOf {
  const sets = new Sets();
  const texts = readings.map(({ report }) => {
    const all = shingles(report.text);
    return { id: report.id, all, prints: fingerprints(all) };
  });
  const origins = new Map<string, string>();
  texts.forEach((one, index) => {
    for (const other of texts.slice(0, index))
      if (maybeCopies(one.prints, other.prints) && isCopy(one.all, other.all)) sets.union(one.id, other.id);
  });
  for (const { id } of texts) {
    const root = sets.find(id);
    if (!origins.has(root)) origins.set(root, id);
  }
  return (report) => origins.get(sets.find(report)) ?? report;
}
