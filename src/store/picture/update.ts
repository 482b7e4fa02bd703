import { sql, type Transaction } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import { mentionsOf } from '../../picture/mention.js';
import type { Database, DecisionTable } from '../schema.js';
import { loadComponents, loadStatements, NOTHING } from './components.js';
import { doubtersOf, dropDoubts } from './doubts.js';
import { type AcceptedReading, addOrigin } from './origins.js';
import { relink } from './relink.js';
import { addMentions, addStatements } from './statements.js';
import { settle } from './triage.js';
import { writeClusters } from './write-clusters.js';
import { rewriteRoles } from './write-roles.js';

/**
 * Brings the picture up to date with a report that has just been accepted; `addReport` calls it in its transaction.
 * Readings must come in the order of acceptance.
 */
export async function applyReading(trx: Transaction<Database>, accepted: AcceptedReading): Promise<void> {
  await readByIndex(trx);
  const known = loadCatalogue();
  const moved = await addOrigin(trx, accepted);
  const mentions = mentionsOf(accepted.reading, known);
  const entries = await addMentions(trx, accepted.seq, mentions);
  await addStatements(trx, accepted, mentions, known);
  const changed = await relink(trx, entries);
  await writeClusters(trx, [...new Set([...changed, ...(await clustersOf(trx, moved))])]);
}

/** Brings the picture up to date with a decision that has just been made or undone. */
export async function applyDecision(
  trx: Transaction<Database>,
  { kind, a, b }: { kind: DecisionTable['kind']; a: string; b: string | null },
): Promise<void> {
  await readByIndex(trx);
  // Grades and levels are not kept in the picture: they are looked up where it is shown.
  if (kind === 'join' || kind === 'part') return writeClusters(trx, await relinkAround(trx, [a, b ?? ''], false));
  if (kind !== 'accept' && kind !== 'reject' && kind !== 'correct') return;
  await settle(trx, reportOf(a), [a]);
  if (kind === 'accept') return;
  const changed = kind === 'reject' ? await relinkAround(trx, [a], true) : [];
  await writeClusters(trx, [...new Set([...changed, ...(await rewriteAround(trx, a))])]);
}

/**
 * Compares these statements anew with the rest, and the components that they stand in.
 * @param rejecting whether their counting at all has changed, so that doubts about them must be looked for elsewhere
 * @returns ids of the incidents and warnings that are not what they were
 */
async function relinkAround(
  trx: Transaction<Database>,
  statements: readonly string[],
  rejecting: boolean,
): Promise<string[]> {
  const named = await trx
    .selectFrom('picture_mention')
    .where('statement', 'in', statements)
    .select(['id', 'keys', 'feature'])
    .execute();
  const standing = await loadStatements(
    trx,
    named.map(({ feature }) => feature.statement),
  );
  const doubters = rejecting
    ? await doubtersOf(
        trx,
        named.map(({ id }) => id),
      )
    : [];
  const components = new Set([...standing.map(({ component }) => component), ...(await componentsOf(trx, doubters))]);
  const before = components.size === 0 ? NOTHING : await loadComponents(trx, [...components]);
  const fresh = new Map([...named, ...before.members].map((entry) => [entry.id, entry]));
  await dropDoubts(trx, [...fresh.keys()]);
  return relink(trx, [...fresh.values()], before);
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
  const holders = await loadStatements(trx, [row.of ?? statement]);
  return holders.map(({ cluster }) => cluster);
}

/** The report of a statement: `sha256:…#i1` → `sha256:…`. */
const reportOf = (statement: string) => statement.split('#')[0] ?? '';

/**
 * All that is read in an update is a few rows by their keys. Without statistics (the embedded database gathers none by
 * itself) the planner takes a list of keys for a good part of the table and reads all of it: until the end of this
 * transaction it may not. It may not compile either, which its own estimates would have it do.
 */
export async function readByIndex(trx: Transaction<Database>): Promise<void> {
  await sql`select set_config(name, 'off', true)
    from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']) as name`.execute(trx);
}

/** The incidents and warnings that these reports tell of. */
async function clustersOf(trx: Transaction<Database>, reports: readonly number[]): Promise<string[]> {
  if (reports.length === 0) return [];
  const rows = await trx
    .selectFrom('picture_mention as mention')
    .innerJoin('picture_member as member', 'member.mention', 'mention.id')
    .where('report', '=', sql<number>`any(${reports}::bigint[])`)
    .select('cluster')
    .distinct()
    .execute();
  return rows.map(({ cluster }) => cluster);
}

async function componentsOf(trx: Transaction<Database>, mentions: readonly number[]): Promise<number[]> {
  if (mentions.length === 0) return [];
  const rows = await trx
    .selectFrom('picture_member')
    .where('mention', '=', sql<number>`any(${mentions}::bigint[])`)
    .select('component')
    .distinct()
    .execute();
  return rows.map(({ component }) => component);
}
