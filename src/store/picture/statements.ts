import { sql, type Transaction } from 'kysely';
import type { Catalogue } from '../../catalogue/catalogue.js';
import { linesOf } from '../../picture/line.js';
import { type Entry, entryOf } from '../../picture/links.js';
import type { AnyMention } from '../../picture/mention.js';
import { clusterId, entityRef, type Known } from '../../picture/refs.js';
import { hasPage, type NameUse, namesOf, type Role, rolesOf } from '../../picture/roles.js';
import { linesWithout, statementsIn, withoutRejected } from '../../picture/without.js';
import { insertRows } from '../bulk.js';
import { pack } from '../packed.js';
import type { Database } from '../schema.js';
import { addWords } from '../search/add-words.js';
import { knownDays } from './as-of.js';
import { decidedOn } from './decided.js';
import type { AcceptedReading } from './origins.js';
import { addTriage, MOST_STATEMENTS } from './triage.js';
import { addRoles, threatsBy } from './write-roles.js';

/** A mention in the store, ready to be compared. */
export interface StoredEntry extends Entry {
  /** Its row's id: the order of acceptance. */
  id: number;
  /** The id of the incident or warning whose first member this is or would be. */
  own: string;
}

/** A report and the incidents and warnings that it tells of. */
export interface Mentioning extends AcceptedReading {
  mentions: readonly AnyMention[];
}

/** Stores the mentions of reports. */
export async function addMentions(
  trx: Transaction<Database>,
  reports: readonly Mentioning[],
): Promise<{ entry: StoredEntry; mention: AnyMention }[]> {
  const added = reports.flatMap(({ seq, mentions }) =>
    mentions.map((mention, index) => ({
      seq,
      mention,
      entry: { ...entryOf(mention), id: seq * MOST_STATEMENTS + index, own: clusterId(mention.statement) },
    })),
  );
  await insertRows(
    trx,
    'picture_mention',
    { id: 'bigint', report: 'bigint', statement: 'text', kind: 'text', own: 'text', feature: 'bytea' },
    added.map(({ seq, mention: { statement, kind }, entry: { id, own, feature } }) => ({
      id,
      report: seq,
      statement,
      kind,
      own,
      feature: pack(JSON.stringify(feature)),
    })),
  );
  return added.map(({ entry, mention }) => ({ entry, mention }));
}

/** Stores what reports say of groups and places besides, and under which names. */
export async function addStatements(
  trx: Transaction<Database>,
  reports: readonly Mentioning[],
  known: Catalogue,
): Promise<void> {
  const lines = reports.flatMap(({ seq, reading }) => linesOf(reading, known).map((line) => ({ seq, line })));
  const linesBy = new Map<number, (typeof lines)[number]['line'][]>(reports.map(({ seq }) => [seq, []]));
  for (const { seq, line } of lines) linesBy.get(seq)?.push(line);
  const numbers = new Map(
    reports.flatMap(({ seq, mentions }) =>
      [
        ...mentions.map(({ statement }) => statement),
        ...(linesBy.get(seq) ?? []).map(({ source }) => source.statement),
      ].map((statement, index) => [statement, seq * MOST_STATEMENTS + index]),
    ),
  );
  const days = await knownDays(
    trx,
    reports.map(({ seq }) => seq),
  );
  const dayOf = (seq: number) => days.get(seq) ?? '';
  await insertRows(
    trx,
    'picture_statement',
    { id: 'text', number: 'bigint', report: 'bigint', kind: 'text', data: 'bytea' },
    lines.map(({ seq, line }) => ({
      id: line.source.statement,
      number: numbers.get(line.source.statement),
      report: seq,
      kind: line.kind,
      data: pack(JSON.stringify(line)),
    })),
  );
  const { rejected } = await decidedOn(trx, [
    ...reports.flatMap(({ mentions }) => mentions.flatMap(statementsIn)),
    ...lines.map(({ line }) => line.source.statement),
  ]);
  const roles = reports.flatMap(({ seq, mentions }) =>
    rolesOf(
      mentions.map((mention) => withoutRejected(mention, rejected)),
      linesWithout(linesBy.get(seq) ?? [], rejected),
      known,
    ).map((role) => ({ ...role, number: numbers.get(role.statement) ?? 0, report: seq, day: dayOf(seq) })),
  );
  await addRoles(trx, roles);
  const places = await addTriage(
    trx,
    reports.map((report) => ({ ...report, lines: linesBy.get(report.seq) ?? [] })),
  );
  await addWords(trx, reports, (seq) => linesBy.get(seq) ?? [], places, dayOf, known);
  await addEntities(trx, reports, roles, known);
  await addNames(trx, reports, known);
}

async function addEntities(
  trx: Transaction<Database>,
  reports: readonly Mentioning[],
  roles: readonly Role[],
  known: Known,
): Promise<void> {
  const threats = threatsBy(roles);
  const seen = new Map<string, { id: string; kind: string; name: string; reports: number }>();
  for (const { reading } of reports) {
    const entities = new Map(reading.actors.map((actor) => entityRef(actor, known)).map((one) => [one.id, one]));
    for (const entity of entities.values()) {
      if (!hasPage(entity)) continue;
      const before = seen.get(entity.id);
      // Without a name in the catalogue the first by letters stands, so that it does not depend on the order.
      const name = before && before.name < entity.name ? before.name : entity.name;
      seen.set(entity.id, { ...entity, name, reports: (before?.reports ?? 0) + 1 });
    }
  }
  await insertRows(
    trx,
    'picture_entity',
    { id: 'text', kind: 'text', name: 'text', incidents: 'integer', threats: 'integer', reports: 'integer' },
    [...seen.values()].map((entity) => ({ ...entity, incidents: 0, threats: threats.get(entity.id) ?? 0 })),
    sql`on conflict (id) do update set
      name = least(picture_entity.name collate "C", excluded.name collate "C"),
      threats = picture_entity.threats + excluded.threats,
      reports = picture_entity.reports + excluded.reports`,
  );
}

async function addNames(trx: Transaction<Database>, reports: readonly Mentioning[], known: Known): Promise<void> {
  const uses = new Map<string, { seq: number; earliest: string; use: NameUse }>();
  for (const { seq, reading } of reports) {
    const earliest = `${reading.report.published ?? '9999-12-31'} ${reading.report.id}`;
    for (const use of namesOf(reading, known)) {
      const key = JSON.stringify([use.entity.id, use.name]);
      const before = uses.get(key);
      if (!before || earliest < before.earliest) uses.set(key, { seq, earliest, use });
    }
  }
  await insertRows(
    trx,
    'picture_name',
    { entity: 'text', name: 'text', report: 'bigint', earliest: 'text', data: 'json' },
    [...uses.values()].map(({ seq, earliest, use: { entity, name, source } }) => ({
      entity: entity.id,
      name,
      report: seq,
      earliest,
      data: JSON.stringify(source),
    })),
    sql`on conflict (entity, name) do update
      set report = excluded.report, earliest = excluded.earliest, data = excluded.data
      where excluded.earliest < picture_name.earliest`,
  );
}
