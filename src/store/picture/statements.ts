import { sql, type Transaction } from 'kysely';
import { linesOf } from '../../picture/line.js';
import { type Entry, entryOf } from '../../picture/links.js';
import type { AnyMention } from '../../picture/mention.js';
import { clusterId, entityRef, type Known } from '../../picture/refs.js';
import { hasPage, namesOf, rolesOf } from '../../picture/roles.js';
import { linesWithout, statementsIn, withoutRejected } from '../../picture/without.js';
import type { Database } from '../schema.js';
import { inChunks } from './chunks.js';
import { decidedOn } from './decided.js';
import type { AcceptedReading } from './origins.js';
import { addTriage, MOST_STATEMENTS } from './triage.js';
import { addRoles, threatsBy } from './write-roles.js';

/** A mention in the store, ready to be compared. */
export interface StoredEntry extends Entry {
  /** Its row's id: the order of acceptance. */
  id: number;
}

/** Stores the mentions of a report. */
export async function addMentions(
  trx: Transaction<Database>,
  seq: number,
  mentions: readonly AnyMention[],
): Promise<StoredEntry[]> {
  const entries = mentions.map((mention, index) => ({
    ...entryOf(mention),
    id: seq * MOST_STATEMENTS + index,
    mention,
  }));
  await inChunks(entries, (chunk) =>
    trx
      .insertInto('picture_mention')
      .values(
        chunk.map(({ id, mention, keys, feature }) => ({
          id,
          report: seq,
          statement: mention.statement,
          kind: mention.kind,
          own: clusterId(mention.statement),
          keys,
          feature: JSON.stringify(feature),
          data: JSON.stringify(mention),
        })),
      )
      .execute(),
  );
  return entries.map(({ id, keys, feature }) => ({ id, keys, feature }));
}

/** Stores what a report says of groups and places besides, and under which names. */
export async function addStatements(
  trx: Transaction<Database>,
  { seq, reading }: AcceptedReading,
  mentions: readonly AnyMention[],
  known: Known,
): Promise<void> {
  const lines = linesOf(reading, known);
  await inChunks(lines, (chunk) =>
    trx
      .insertInto('picture_statement')
      .values(
        chunk.map((line) => ({ id: line.source.statement, report: seq, kind: line.kind, data: JSON.stringify(line) })),
      )
      .execute(),
  );
  const { rejected } = await decidedOn(trx, [
    ...mentions.flatMap(statementsIn),
    ...lines.map(({ source }) => source.statement),
  ]);
  const roles = rolesOf(
    mentions.map((mention) => withoutRejected(mention, rejected)),
    linesWithout(lines, rejected),
    known,
  );
  await addRoles(trx, seq, roles);
  await addTriage(trx, { seq, reading }, mentions, lines);
  const threats = threatsBy(roles);
  const entities = new Map(reading.actors.map((actor) => entityRef(actor, known)).map((entity) => [entity.id, entity]));
  const seen = [...entities.values()].filter(hasPage);
  await inChunks(seen, (chunk) =>
    trx
      .insertInto('picture_entity')
      .values(chunk.map((entity) => ({ ...entity, incidents: 0, threats: threats.get(entity.id) ?? 0, reports: 1 })))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          // Without a name in the catalogue the first by letters stands, so that it does not depend on the order.
          name: sql`least(picture_entity.name collate "C", excluded.name collate "C")`,
          threats: sql`picture_entity.threats + excluded.threats`,
          reports: sql`picture_entity.reports + 1`,
        }),
      )
      .execute(),
  );
  await addNames(trx, { seq, reading }, known);
}

async function addNames(trx: Transaction<Database>, { seq, reading }: AcceptedReading, known: Known): Promise<void> {
  const earliest = `${reading.report.published ?? '9999-12-31'} ${reading.report.id}`;
  await inChunks(namesOf(reading, known), (chunk) =>
    trx
      .insertInto('picture_name')
      .values(
        chunk.map(({ entity, name, source }) => ({
          entity: entity.id,
          name,
          report: seq,
          earliest,
          data: JSON.stringify(source),
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['entity', 'name'])
          .doUpdateSet((is) => ({
            report: is.ref('excluded.report'),
            earliest: is.ref('excluded.earliest'),
            data: is.ref('excluded.data'),
          }))
          .where('excluded.earliest', '<', (is) => is.ref('picture_name.earliest')),
      )
      .execute(),
  );
}
