import { sql, type Transaction } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import type { LevelStep, Signed } from '../../picture/decision.js';
import { factsOf, type Material } from '../../picture/levels/facts.js';
import { changedSince, levelOf, wouldChange } from '../../picture/levels/level.js';
import type { Level, LevelPage } from '../../picture/schema-levels.js';
import { type Supported, supportIn, supportOf } from '../../picture/support.js';
import { gradesFor } from '../grades/grades.js';
import type { AsOf } from '../picture/as-of.js';
import type { Database } from '../schema.js';
import type { Store } from '../store.js';
import { loadMaterial } from './material.js';
import { knownSubject, type Subject } from './subject.js';

/**
 * The level of a group or a country as of a day, and what changed since another.
 * @param day ISO 8601
 * @returns undefined where no report speaks of such a group or country
 */
export async function getLevel(
  store: Store,
  id: string,
  day: string,
  since: string | null = null,
): Promise<LevelPage | undefined> {
  return store.db.transaction().execute(async (trx) => {
    const subject = await knownSubject({ db: trx }, id);
    if (!subject) return undefined;
    const asOf = { day, at: null };
    const material = await loadMaterial(trx, subject, asOf);
    const now = await levelFrom(trx, subject, asOf, material);
    const before = since === null ? null : await levelAt(trx, subject, { day: since, at: null });
    return {
      ...now,
      wouldChange: wouldChange(now),
      since: before && { before, changed: changedSince(before, now) },
      grades: await gradesFor(trx, citedIn(now, material)),
    };
  });
}

/** The statements that its facts quote, with what is said for and against each in the material. */
function citedIn({ indicators }: Level, { incidents, warnings, threats }: Material): Supported[] {
  const facts = indicators.flatMap((indicator) => indicator.facts);
  const cited = new Set(facts.flatMap(({ sources }) => sources.map(({ statement }) => statement)));
  const known = loadCatalogue();
  const among = (cluster: { id: string }) => facts.some(({ id }) => id === cluster.id);
  return [
    ...incidents.filter(among).flatMap((incident) => supportIn(incident, known)),
    ...warnings.filter(among).flatMap(supportOf),
    ...threats.map(({ source }) => ({ source, origins: 1, against: 0 })),
  ].filter(({ source }) => cited.has(source.statement));
}

async function levelAt(trx: Transaction<Database>, subject: Subject, asOf: AsOf): Promise<Level> {
  return levelFrom(trx, subject, asOf, await loadMaterial(trx, subject, asOf));
}

async function levelFrom(trx: Transaction<Database>, subject: Subject, asOf: AsOf, material: Material): Promise<Level> {
  const { id, name, kind } = subject;
  const { day } = asOf;
  const facts = factsOf(material, kind === 'group' ? id : null, day);
  return levelOf({ id, name }, day, facts, await setAt(trx, id, asOf));
}

/** The level that a person had set by then, or by the end of the day (UTC), and not taken back. */
async function setAt(
  trx: Transaction<Database>,
  id: string,
  { day, at: then }: AsOf,
): Promise<{ level: LevelStep; set: Signed } | null> {
  const end = then
    ? sql<Date>`(${then}::timestamptz + '1 ms')`
    : sql<Date>`((${day}::date + 1)::timestamp at time zone 'UTC')`;
  const row = await trx
    .selectFrom('decision')
    .leftJoin('decision_undone as undone', 'undone.decision', 'decision.id')
    .where('a', '=', id)
    .where('kind', '=', 'level')
    .where('decision.at', '<', end)
    .where((is) => is.or([is('undone.at', 'is', null), is('undone.at', '>=', end)]))
    .select(['decision.id', 'value', 'decision.by', 'decision.at', 'why'])
    .orderBy('decision.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { id: decision, by, at, why, value } = row;
  // What a level may be is checked where the decision is made.
  return { level: value as LevelStep, set: { decision, by, at: at.toISOString(), why } };
}

/** Groups and countries looked at for changes, those with the most new reports first. */
const MOST = 20;

/**
 * The groups and countries with reports received since a time or with a level set or taken back since, whose level is
 * not what it was then, by the reports received and the decisions made until then.
 */
export async function levelChanges(
  store: Store,
  since: Date,
  day: string,
): Promise<{ items: { before: Level; now: Level }[]; more: boolean }> {
  return store.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ id: string }>`
      select id from (
        select role.entity as id, count(distinct role.report) as reports from picture_role as role
          where role.report > (select coalesce(max(seq), 0) from report where received_at <= ${since})
            and (role.entity like 'country:%' or exists (
              select from picture_entity where picture_entity.id = role.entity and picture_entity.kind = 'group'))
          group by role.entity
        union all
        select decision.a, 1000000000 from decision left join decision_undone on decision_undone.decision = decision.id
          where decision.kind = 'level' and (decision.at > ${since} or decision_undone.at > ${since})) as touched
      group by id order by max(reports) desc, id limit ${MOST + 1}`.execute(trx);
    const items: { before: Level; now: Level }[] = [];
    for (const { id } of rows.slice(0, MOST)) {
      const subject = await knownSubject({ db: trx }, id);
      if (!subject) continue;
      const before = await levelAt(trx, subject, { day: since.toISOString().slice(0, 10), at: since });
      const now = await levelAt(trx, subject, { day, at: null });
      if (before.level !== now.level || before.proposed !== now.proposed) items.push({ before, now });
    }
    return { items, more: rows.length > MOST };
  });
}
