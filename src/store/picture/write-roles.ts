import { sql, type Transaction } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import { type Role, rolesOf } from '../../picture/roles.js';
import { linesWithout, statementsIn, withoutRejected } from '../../picture/without.js';
import { insertRows } from '../bulk.js';
import type { Database } from '../schema.js';
import { knownDays } from './as-of.js';
import { decidedOn } from './decided.js';
import { loadMentions } from './mentions.js';
import type { PictureRoleTable } from './tables.js';

/** Stores who stands in the statements of reports. */
export async function addRoles(
  trx: Transaction<Database>,
  roles: readonly (Role & Pick<PictureRoleTable, 'number' | 'report' | 'day'>)[],
): Promise<void> {
  const columns = { number: 'bigint', report: 'bigint', day: 'date', entity: 'text', kind: 'text', role: 'text' };
  await insertRows(trx, 'picture_role', columns, roles);
}

/** How many threats each of these roles' entities makes. */
export function threatsBy(roles: readonly Pick<Role, 'entity' | 'kind' | 'role'>[]): Map<string, number> {
  const threats = new Map<string, number>();
  for (const { entity, kind, role } of roles)
    if (kind === 'threat' && role === 'actor') threats.set(entity, (threats.get(entity) ?? 0) + 1);
  return threats;
}

/** Makes anew who stands in the statements of a report, after one of them was rejected or stands again. */
export async function rewriteRoles(trx: Transaction<Database>, report: number): Promise<void> {
  const ids = await trx.selectFrom('picture_mention').where('report', '=', report).select('id').execute();
  const mentioned = await loadMentions(
    trx,
    ids.map(({ id }) => id),
  );
  const mentions = [...mentioned.values()];
  const lines = await trx
    .selectFrom('picture_statement')
    .where('report', '=', report)
    .select(['number', 'data'])
    .execute();
  const numbers = new Map([
    ...[...mentioned].map(([id, { statement }]) => [statement, id] as const),
    ...lines.map(({ number, data }) => [data.source.statement, number] as const),
  ]);
  const { rejected } = await decidedOn(trx, [
    ...mentions.flatMap(statementsIn),
    ...lines.map(({ data }) => data.source.statement),
  ]);
  const roles = rolesOf(
    mentions.map((mention) => withoutRejected(mention, rejected)),
    linesWithout(
      lines.map(({ data }) => data),
      rejected,
    ),
    loadCatalogue(),
  );
  const before = await trx
    .deleteFrom('picture_role')
    .where('report', '=', report)
    .returning(['entity', 'kind', 'role'])
    .execute();
  const day = (await knownDays(trx, [report])).get(report) ?? '';
  await addRoles(
    trx,
    roles.map((role) => ({ ...role, number: numbers.get(role.statement) ?? 0, report, day })),
  );
  const was = threatsBy(before);
  const is = threatsBy(roles);
  const changed = [...new Set([...was.keys(), ...is.keys()])].map(
    (id) => [id, (is.get(id) ?? 0) - (was.get(id) ?? 0)] as const,
  );
  await sql`
    update picture_entity as entity set threats = threats + change.by
    from unnest(${changed.map(([id]) => id)}::text[], ${changed.map(([, by]) => by)}::integer[]) as change (id, by)
    where entity.id = change.id and change.by <> 0`.execute(trx);
}
