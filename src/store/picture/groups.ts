import { sql } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import { sourceOf } from '../../picture/gather.js';
import type { Line, Stub } from '../../picture/line.js';
import type { IncidentMention } from '../../picture/mention.js';
import type {
  EntityRef,
  GroupPage,
  GroupSummary,
  IncidentSummary,
  PictureWarning,
  Source,
} from '../../picture/schema.js';
import { statementsIn, withoutRejected } from '../../picture/without.js';
import type { Store } from '../store.js';
import { decidedOn } from './decided.js';
import { loadMentions } from './mentions.js';
import { incidentsWith, warningsWith } from './roles.js';
import type { PictureEntityTable } from './tables.js';

/** Most lines of one kind that the page of a group shows. */
const MOST = 300;

/** "extremists", "six gunmen": who acts in a statement, but no group of which there is a page. */
export const HAS_A_NAME = sql<boolean>`id not like 'described:%'`;

/** The groups that reports speak of, those with the most incidents first. */
export async function listGroups(
  { db }: Store,
  { limit, offset }: { limit: number; offset: number } = { limit: 1000, offset: 0 },
): Promise<{ items: GroupSummary[]; total: number }> {
  const { total } = await db
    .selectFrom('picture_entity')
    .where('kind', '=', 'group')
    .where(HAS_A_NAME)
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('picture_entity as entity')
    .where('kind', '=', 'group')
    .where(HAS_A_NAME)
    .selectAll('entity')
    .select((is) =>
      is
        .selectFrom('picture_name')
        .whereRef('picture_name.entity', '=', 'entity.id')
        .select(sql<string[]>`coalesce(array_agg(name order by name), '{}')`.as('names'))
        .$asScalar()
        .$notNull()
        .as('names'),
    )
    .orderBy('incidents', 'desc')
    .orderBy('reports', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { items: rows.map((row) => summaryOf(row, row.names)), total };
}

/** One group, or another body, government or population, with all that reports say of it. */
export async function getGroup(store: Store, id: string): Promise<GroupPage | undefined> {
  const [row, incidents, warnings] = await Promise.all([
    store.db.selectFrom('picture_entity').where('id', '=', id).selectAll().executeTakeFirst(),
    incidentsWith(store, id),
    warningsWith(store, id),
  ]);
  const entity = row ?? setByHand(id, incidents, warnings);
  if (!entity) return undefined;
  const names = await namesOf(store, id);
  const [relations, threats, responses] = await Promise.all([
    linesWith(store, id, 'relation'),
    linesWith(store, id, 'threat'),
    linesWith(store, id, 'response'),
  ]);
  const stances = await stancesOf(
    store,
    id,
    incidents.map((incident) => incident.id),
  );
  return {
    summary: summaryOf(
      entity,
      names.map(({ name }) => name),
    ),
    names: [...names, ...unused(id, names)],
    relations: relations.flatMap(({ line, source }) => (line.kind === 'relation' ? [{ ...line.line, source }] : [])),
    incidents: incidents.map((incident) => ({ ...incident, stances: stances.get(incident.id) ?? [] })),
    threats: threats.flatMap(({ line, source }) => (line.kind === 'threat' ? [{ ...line.line, source }] : [])),
    responses: responses.flatMap(({ line, source }) => (line.kind === 'response' ? [{ ...line.line, source }] : [])),
    warnings,
  };
}

/** Whom no report names, but a person set in an incident or a warning. */
function setByHand(
  id: string,
  incidents: readonly IncidentSummary[],
  warnings: readonly PictureWarning[],
): PictureEntityTable | undefined {
  const set = [
    ...incidents.flatMap(({ groups }) => groups),
    ...warnings.flatMap(({ issuer, desk }) => [issuer, ...desk.map(({ value }) => value as EntityRef | null)]),
  ].find((entity) => entity?.id === id && entity.kind !== 'person');
  return set ? { ...set, incidents: incidents.length, threats: 0, reports: 0 } : undefined;
}

function summaryOf(entity: PictureEntityTable, names: readonly string[]): GroupSummary {
  const catalogue = loadCatalogue();
  const known = catalogue.actor(entity.id);
  const parent = known?.parent == null ? undefined : catalogue.actor(known.parent);
  const aliases = new Set([...names, ...(known?.aliases ?? [])]);
  aliases.delete(entity.name);
  return {
    id: entity.id,
    name: entity.name,
    aliases: [...aliases],
    parent: parent ? { id: parent.key, kind: parent.kind, name: parent.name } : null,
    lists: known?.lists ?? [],
    incidents: entity.incidents,
    threats: entity.threats,
    reports: entity.reports,
  };
}

/** Names that reports use, each with its earliest use. */
async function namesOf({ db }: Store, id: string): Promise<{ name: string; source: Source }[]> {
  const rows = await withOrigin(db)
    .innerJoin('picture_name as row', 'row.report', 'origin.report')
    .where('row.entity', '=', id)
    .select(['row.name', 'row.data', 'first.id as origin'])
    .orderBy('row.earliest')
    .orderBy('row.name')
    .execute();
  return rows.map(({ name, data, origin }) => ({ name, source: sourceFrom(data, origin) }));
}

/** Names that only the catalogue has. */
function unused(id: string, names: readonly { name: string }[]): { name: string; source: null }[] {
  const known = loadCatalogue().actor(id);
  const used = new Set(names.map(({ name }) => name));
  return [...new Set(known ? [known.name, ...known.aliases] : [])]
    .filter((name) => !used.has(name))
    .map((name) => ({ name, source: null }));
}

/** The lines in which an entity stands, the latest first. */
async function linesWith({ db }: Store, id: string, kind: Line['kind']): Promise<{ line: Line; source: Source }[]> {
  const rows = await withOrigin(db)
    .innerJoin('picture_statement as row', 'row.report', 'origin.report')
    .innerJoin('report', 'report.seq', 'origin.report')
    .where('row.kind', '=', kind)
    .where('row.number', 'in', (query) =>
      query
        .selectFrom('picture_role')
        .where('entity', '=', id)
        .where('kind', '=', kind)
        // Who only says it of another has it not on the page.
        .where('role', '<>', 'says')
        .select('number'),
    )
    .select(['row.data', 'first.id as origin'])
    .orderBy(sql`report.published desc nulls last`)
    .orderBy('row.id')
    .limit(MOST)
    .execute();
  return rows.map(({ data, origin }) => ({ line: data, source: sourceFrom(data.source, origin) }));
}

/** Most relations that the network shows. */
const MOST_RELATIONS = 2000;

/** Relations of groups and other bodies to one another, those of the latest accepted reports first. */
export async function listRelations({ db }: Store): Promise<{ items: GroupPage['relations']; more: boolean }> {
  const rows = await withOrigin(db)
    .innerJoin('picture_statement as row', 'row.report', 'origin.report')
    .where('row.kind', '=', 'relation')
    .select(['row.data', 'first.id as origin'])
    .orderBy('row.report', 'desc')
    .orderBy('row.id')
    .limit(MOST_RELATIONS + 1)
    .execute();
  const items = rows
    .slice(0, MOST_RELATIONS)
    .flatMap(({ data, origin }) =>
      data.kind === 'relation' ? [{ ...data.line, source: sourceFrom(data.source, origin) }] : [],
    );
  return { items, more: rows.length > MOST_RELATIONS };
}

type Stances = GroupPage['incidents'][number]['stances'];

/** Statements of what its part is that the page of a group shows at most, those of the last accepted reports. */
const MOST_STANCES = 500;

/** By incident, what is said of this entity's part in it. */
async function stancesOf({ db }: Store, id: string, incidents: readonly string[]): Promise<Map<string, Stances>> {
  const rows = await withOrigin(db)
    .innerJoin('picture_mention as row', 'row.report', 'origin.report')
    .innerJoin('picture_member as member', 'member.mention', 'row.id')
    .where('member.cluster', '=', sql<string>`any(${incidents}::text[])`)
    .where('row.id', 'in', (query) =>
      query.selectFrom('picture_role').where('entity', '=', id).where('kind', '=', 'incident').select('number'),
    )
    .select(['member.cluster', 'row.id as mention', 'first.id as origin'])
    .orderBy('row.id', 'desc')
    .limit(MOST_STANCES)
    .execute();
  const mentions = await loadMentions(
    db,
    rows.map(({ mention }) => mention),
  );
  const { rejected } = await decidedOn(db, [...mentions.values()].flatMap(statementsIn));
  const stances = new Map<string, Stances>();
  for (const { cluster, mention, origin } of rows.reverse()) {
    const data = mentions.get(mention);
    if (data?.kind !== 'incident') continue;
    const known = stances.get(cluster) ?? [];
    known.push(...stancesIn(withoutRejected(data, rejected), id, origin));
    stances.set(cluster, known);
  }
  return stances;
}

function stancesIn(mention: IncidentMention, id: string, origin: string): Stances {
  return mention.said.attributions
    .filter(({ value }) => value.actor.id === id)
    .map((told) => {
      const { stance, by } = told.value;
      return { stance, by, source: { ...sourceOf(mention, told, origin), by } };
    });
}

/** Reports with the first of their origin. */
function withOrigin(db: Store['db']) {
  return db.selectFrom('picture_origin as origin').innerJoin('report as first', 'first.seq', 'origin.origin');
}

function sourceFrom(stub: Stub, origin: string): Source {
  const { statement, report, published, publisher, ...rest } = stub;
  return { statement, report, published, publisher, origin, ...rest };
}

/** How many incidents, groups and warnings the picture has. */
export async function pictureCounts({ db }: Store): Promise<{ incidents: number; groups: number; warnings: number }> {
  const { rows } = await sql<{ incidents: number; groups: number; warnings: number }>`
    select (select count(*) from picture_incident) as incidents,
      (select count(*) from picture_entity where kind = 'group' and ${HAS_A_NAME}) as groups,
      (select count(*) from picture_warning) as warnings`.execute(db);
  return rows[0] ?? { incidents: 0, groups: 0, warnings: 0 };
}
