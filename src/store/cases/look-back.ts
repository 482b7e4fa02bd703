/** What came of warnings: the desk's own, and those that reports tell of. */
import { type Kysely, sql } from 'kysely';
import type { IncidentSummary, PictureWarning } from '../../picture/schema.js';
import { countedWindow, lookBack, type Outcome, shiftDay, TOLERANCES, type Warned } from '../../warning/look-back.js';
import type { WarningContent } from '../../warning/schema.js';
import { loadWarnings } from '../picture/warnings.js';
import type { Database } from '../schema.js';

export interface LookedBack {
  id: string;
  title: string;
  warned: Warned;
  outcome: Outcome;
}

/** The desk's first alert of each case that went out, the newest first, at most `limit`. `now`: ISO 8601 day. */
export async function ownLookBack(
  db: Kysely<Database>,
  now: string,
  limit = 200,
): Promise<(LookedBack & { case: string })[]> {
  const rows = await db
    .selectFrom('warning')
    .innerJoin('duty_case', 'duty_case.id', 'warning.duty_case')
    .where('warning.kind', '=', 'Alert')
    .where('warning.released_at', 'is not', null)
    .select([
      'warning.id',
      'duty_case',
      'title',
      'content',
      'proposal',
      'acquired_at',
      'warning.released_at',
      'threat_from',
      'threat_until',
    ])
    .orderBy('warning.released_at', 'desc')
    .limit(limit)
    .execute();
  return Promise.all(
    rows.map(
      async ({ id, duty_case, title, content, proposal, acquired_at, released_at, threat_from, threat_until }) => {
        const { area, likelihood } = JSON.parse(content) as WarningContent;
        const proposed = JSON.parse(proposal) as { place: Warned['place']; actor: Warned['actor'] } | null;
        const day = (at: Date | null): string | null => at?.toISOString().slice(0, 10) ?? null;
        const precision = area.lat === null ? ('country' as const) : ('city' as const);
        const place = proposed?.place ?? { id: `area:${area.name}`, ...area, precision };
        const warned: Warned = {
          place,
          actor: proposed?.actor ?? null,
          acquired: day(acquired_at),
          released: day(released_at),
          told: null,
          window:
            threat_from || threat_until ? { start: day(threat_from ?? released_at), end: day(threat_until) } : null,
          likelihood,
        };
        return { id, case: duty_case, title, warned, outcome: lookBack(warned, await incidentsNear(db, warned), now) };
      },
    ),
  );
}

/** Warnings by others in the picture, the newest first, at most `limit`. */
export async function othersLookBack(
  db: Kysely<Database>,
  now: string,
  limit = 100,
): Promise<(LookedBack & { warning: PictureWarning })[]> {
  const rows = await db.selectFrom('picture_warning').select('id').orderBy('sort_day', 'desc').limit(limit).execute();
  const warnings = await loadWarnings(
    db,
    rows.map(({ id }) => id),
  );
  return Promise.all(
    warnings.map(async (warning) => {
      // A warning that is only told of after the attack was not given on the day of the report.
      const issued = warning.issued[0]?.value.start ?? null;
      const window = warning.window[0]?.value ?? null;
      const warned: Warned = {
        place: warning.place[0]?.value ?? null,
        actor: warning.actor[0]?.value ?? null,
        acquired: null,
        released: issued,
        told: warning.reported,
        window: window === null ? null : { start: window.start ?? issued, end: window.end ?? window.start ?? issued },
        likelihood: null,
      };
      return {
        id: warning.id,
        title: warning.title,
        warned,
        outcome: lookBack(warned, await incidentsNear(db, warned), now),
        warning,
      };
    }),
  );
}

/** Attacks of a stretch of time that no warning of the desk fits. */
export async function missesOf(
  db: Kysely<Database>,
  hits: readonly LookedBack[],
  from: string,
  until: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('picture_incident')
    .where('status', '=', 'occurred')
    .where('from_day', '>=', from)
    .where('from_day', '<=', until)
    .$if(hits.length > 0, (query) =>
      query.where(
        'id',
        'not in',
        hits.map(({ outcome }) => outcome.incident ?? ''),
      ),
    )
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Incidents of the days that count, in the country of the place where it is known: an index leads to them. */
async function incidentsNear(db: Kysely<Database>, warned: Warned): Promise<IncidentSummary[]> {
  const { place, told } = warned;
  const counts = countedWindow(warned);
  const [from, until] =
    counts !== null
      ? [shiftDay(counts.start, -TOLERANCES.daysBefore), shiftDay(counts.end, TOLERANCES.daysAfter)]
      : [told && shiftDay(told, -TOLERANCES.daysAfter), told];
  if (from === null || until === null) return [];
  const rows = await db
    .selectFrom('picture_incident')
    .where('sort_day', '>=', from)
    .where(sql<boolean>`coalesce(from_day, sort_day) <= ${until}::date`)
    .$if(place?.country != null, (query) => query.where('country', '=', place?.country ?? ''))
    .select('summary')
    .orderBy('sort_day')
    .limit(500)
    .execute();
  return rows.map(({ summary }) => summary);
}
