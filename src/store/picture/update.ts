import { sql, type Transaction } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import { comparable } from '../../picture/links.js';
import { type AnyMention, mentionsOf } from '../../picture/mention.js';
import { reportOf } from '../../picture/refs.js';
import { repeatByIndex } from '../by-index.js';
import type { Database, DecisionTable } from '../schema.js';
import { decidedOn } from './decided.js';
import { type AcceptedReading, addOrigins } from './origins.js';
import { regroup } from './regroup.js';
import { relink } from './relink.js';
import { rulingsOn } from './rulings.js';
import { addMentions, addStatements } from './statements.js';
import { settle } from './triage.js';
import { countInto, rewriteClusters } from './write-clusters.js';
import { rewriteRoles } from './write-roles.js';

/**
 * Brings the picture up to date with reports that have just been accepted; `addReports` calls it in its transaction.
 * Readings must come in the order of acceptance; how many come at once makes no difference to the picture.
 */
export async function applyReadings(trx: Transaction<Database>, accepted: readonly AcceptedReading[]): Promise<void> {
  await repeatByIndex(trx);
  const known = loadCatalogue();
  const moved = await addOrigins(trx, accepted);
  const reports = accepted.map((one) => ({ ...one, mentions: mentionsOf(one.reading, known) }));
  const added = await addMentions(trx, reports);
  await addStatements(trx, reports, known);
  const rejected = await rejectedAmong(
    trx,
    added.map(({ mention }) => mention.statement),
  );
  const counted = added.filter(({ mention }) => !rejected.has(mention.statement));
  const regrouped = await regroup(
    trx,
    counted.map(({ entry }) => entry),
  );
  const changed = await relink(trx, regrouped);
  const fresh = new Map<number, AnyMention>(counted.map(({ entry, mention }) => [entry.id, mention]));
  const stood = [...regrouped.core, ...regrouped.followers.map(({ entry }) => entry)].filter(
    ({ id }) => !fresh.has(id),
  );
  const rewritten = new Set([
    ...changed,
    ...(await clustersOf(trx, 'report', moved)),
    // What was corrected before the report came.
    ...(await clustersOf(trx, 'statement', await correctedAmong(trx, [...fresh.values()]))),
    ...(await clustersOf(
      trx,
      'id',
      stood.map(({ id }) => id),
    )),
  ]);
  await rewriteClusters(trx, [...rewritten]);
  await countInto(trx, fresh, rewritten);
}

/** Brings the picture up to date with a decision that has just been made or undone. */
export async function applyDecision(
  trx: Transaction<Database>,
  { kind, a, b }: { kind: DecisionTable['kind']; a: string; b: string | null },
): Promise<void> {
  await repeatByIndex(trx);
  // Grades and levels are not kept in the picture: they are looked up where it is shown.
  if (kind === 'join' || kind === 'part') return rewriteClusters(trx, await relinkAround(trx, [a, b ?? '']));
  if (kind !== 'accept' && kind !== 'reject' && kind !== 'correct') return;
  await settle(trx, reportOf(a), [a]);
  if (kind === 'accept') return;
  const changed = kind === 'reject' ? await relinkAround(trx, [a]) : [];
  await rewriteClusters(trx, [...new Set([...changed, ...(await rewriteAround(trx, a))])]);
}

/**
 * Compares these statements anew with the rest, and the components that they stand in.
 * @returns ids of the incidents and warnings that are not what they were
 */
async function relinkAround(trx: Transaction<Database>, statements: readonly string[]): Promise<string[]> {
  const named = await trx
    .selectFrom('picture_mention as mention')
    .leftJoin('picture_member as member', 'member.mention', 'mention.id')
    .where('statement', 'in', statements)
    .select(['mention.id', 'own', 'feature', 'component', 'cluster'])
    .execute();
  if (named.length === 0) return [];
  const rejected = await rejectedAmong(trx, statements);
  const entries = named.map(({ component, id, own, feature }) => ({
    entry: { id, own, ...comparable(feature) },
    stands: component !== null,
    counts: !rejected.has(feature.statement),
  }));
  const pick = (stands: boolean, counts: boolean) =>
    entries.filter((one) => one.stands === stands && one.counts === counts).map(({ entry }) => entry);
  const gone = pick(true, false);
  const regrouped = await regroup(
    trx,
    pick(false, true),
    gone,
    entries.map(({ entry }) => entry.facet),
  );
  const changed = await relink(
    trx,
    regrouped,
    named.flatMap(({ component }) => component ?? []),
    gone.map(({ id }) => id),
  );
  const come = [...regrouped.core, ...regrouped.followers.map(({ entry }) => entry)].map(({ id }) => id);
  return [...changed, ...(await clustersOf(trx, 'id', come))];
}

/**
 * Who stands in the statements of the report, where the statement is an attribution, a threat, a response or a relation.
 * @returns the incident or warning that the statement, or the attribution, counts to
 */
async function rewriteAround(trx: Transaction<Database>, statement: string): Promise<string[]> {
  const row = await trx
    .selectFrom('picture_triage')
    .innerJoin('report', (join) => join.on('report.id', '=', reportOf(statement)))
    .where('statement', '=', statement)
    .select(['kind', 'of', 'seq'])
    .executeTakeFirst();
  if (!row) return [];
  if (row.kind !== 'incident' && row.kind !== 'warning') await rewriteRoles(trx, row.seq);
  return clustersOf(trx, 'statement', [row.of ?? statement]);
}

async function rejectedAmong(trx: Transaction<Database>, statements: readonly string[]): Promise<Set<string>> {
  const rulings = await rulingsOn(trx, statements);
  return new Set(rulings.flatMap(({ kind, a }) => (kind === 'reject' ? [a] : [])));
}

async function correctedAmong(trx: Transaction<Database>, mentions: readonly AnyMention[]): Promise<string[]> {
  const { corrections } = await decidedOn(
    trx,
    mentions.map(({ statement }) => statement),
  );
  return corrections.map(({ statement }) => statement);
}

/** The incidents and warnings of these mentions, given by their ids or statements, or of those of these reports. */
async function clustersOf(
  trx: Transaction<Database>,
  by: 'id' | 'report' | 'statement',
  values: readonly (number | string)[],
): Promise<string[]> {
  if (values.length === 0) return [];
  const type = sql.raw(by === 'statement' ? 'text' : 'bigint');
  const rows = await trx
    .selectFrom('picture_mention as mention')
    .innerJoin('picture_member as member', 'member.mention', 'mention.id')
    .where(sql<boolean>`${sql.ref(`mention.${by}`)} = any(${values}::${type}[])`)
    .select('cluster')
    .distinct()
    .execute();
  return rows.map(({ cluster }) => cluster);
}
