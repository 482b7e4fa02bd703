/**
 * The picture of a set of reports, made at once: what the store keeps up to date report by report is defined by this.
 * Which statements stand together does not depend on the order of the reports; only ids do, which come from the first.
 */

import { anchorsOf, holds } from '../../src/picture/anchors.js';
import { partition } from '../../src/picture/cluster.js';
import type { DecisionKind, Signed } from '../../src/picture/decision.js';
import { DECIDED, groupBy, type Link, link, spanningForest } from '../../src/picture/forest.js';
import type { OriginOf } from '../../src/picture/gather.js';
import { buildIncident } from '../../src/picture/incident.js';
import { followings } from '../../src/picture/leaders.js';
import { type Entry, entryOf, findLinks } from '../../src/picture/links.js';
import { type IncidentMention, mentionsOf, type WarningMention } from '../../src/picture/mention.js';
import { FOUND_BY_ONE, fingerprints, isCopy, maybeCopies, originRank, shingles } from '../../src/picture/origin.js';
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
  const ruled = rulings.filter(({ kind }) => kind === 'join' || kind === 'part');
  const decided = new Set(ruled.flatMap(({ a, b }) => [a, b ?? '']));
  const facets = groupBy(entries, ({ facet }) => `${facet}`);
  const following = new Map(facets.flatMap((group) => [...followings(group, decided)]));
  const core = entries.filter((entry) => !following.get(entry));
  const { links, doubts } = findLinks(core, core);
  const byCore = new Map(core.map((entry) => [entry.feature.statement, entry]));
  const anchors = anchorsOf(links, byCore);
  const holding = links.filter((one) => holds(one, byCore, (statement) => anchors.get(statement)?.statement ?? null));
  const forest = spanningForest([...holding, ...between('join').map(({ a, b }) => link(a, b, DECIDED))]);
  const originOf = originsOf(readings);
  const incidents: PictureIncident[] = [];
  const warnings: PictureWarning[] = [];
  const features = core.map(({ feature }) => feature);
  const led = entries.flatMap((entry) => {
    const to = following.get(entry);
    return to ? [link(entry.feature.statement, to.leader.feature.statement, to.score)] : [];
  });
  for (const cluster of partition(features, forest, between('part')).flatMap((component) => component.clusters)) {
    const heads = new Set(cluster);
    const leads = (entry: Entry) => following.get(entry)?.leader.feature.statement ?? entry.feature.statement;
    const together = new Set(
      entries.filter((entry) => heads.has(leads(entry))).map(({ feature }) => feature.statement),
    );
    const inside = [...forest, ...led].filter(({ a, b }) => together.has(a) && together.has(b));
    const members = mentions.filter(({ statement }) => together.has(statement));
    const corrected = rulings.flatMap(({ kind, a, slot, value, set }) =>
      kind === 'correct' && together.has(a) && slot && set ? [{ statement: a, slot, value, set }] : [],
    );
    if (members[0]?.kind === 'incident')
      incidents.push(buildIncident(members as IncidentMention[], inside, originOf, corrected));
    else warnings.push(buildWarning(members as WarningMention[], inside, originOf, corrected));
  }
  return { incidents, warnings, doubts };
}

/** The origin of every report: the first accepted of those that follow one another. */
export function originsOf(readings: readonly Pick<Reading, 'report'>[]): OriginOf {
  const texts = readings.map(({ report }) => {
    const all = shingles(report.text);
    return { id: report.id, all, prints: fingerprints(report.text) };
  });
  const leading = new Map<string, string>();
  /** By each fingerprint the first leaders that have it. */
  const first = new Map<number, typeof texts>();
  for (const one of texts.toSorted((a, b) => originRank(a.id) - originRank(b.id))) {
    const near = new Set(one.prints.flatMap((print) => first.get(print) ?? []));
    const leader = [...near]
      .sort((a, b) => originRank(a.id) - originRank(b.id))
      .find(({ all, prints }) => maybeCopies(one.prints, prints) && isCopy(one.all, all));
    leading.set(one.id, leader?.id ?? one.id);
    if (leader) continue;
    for (const print of one.prints) {
      const found = first.get(print) ?? [];
      if (found.length < FOUND_BY_ONE) first.set(print, [...found, one]);
    }
  }
  const origins = new Map<string, string>();
  for (const { id } of texts) {
    const lead = leading.get(id) ?? id;
    if (!origins.has(lead)) origins.set(lead, id);
  }
  return (report) => origins.get(leading.get(report) ?? report) ?? report;
}
