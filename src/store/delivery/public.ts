/** Warnings that anybody may see: released, TLP:CLEAR, with a message for the public. */
import { type Kysely, type Selectable, sql } from 'kysely';
import { isPublic } from '../../warning/audience.js';
import { type CaseWarning, warningsOf } from '../cases/case.js';
import { NEWEST_AFTER } from '../cases/newest-after.js';
import type { WarningTable } from '../duty-tables.js';
import type { Database } from '../schema.js';

export interface PublicWarning extends CaseWarning {
  released_at: Date;
  /** The newest of its case that went out after it and follows it: what holds now. `null`: this one is the newest. */
  newest: { id: string; kind: CaseWarning['kind']; public: boolean } | null;
}

/** As the index `warning_public` has it; the same as `isPublic` of src/warning/audience.ts. */
const isPublicIn = (table: 'warning' | 'later') =>
  sql<boolean>`${sql.ref(table)}.content::jsonb @> '{"tlp": "TLP:CLEAR", "messages": [{"audience": "public"}]}'`;

/**
 * Public warnings, the newest first: all whose validity has not ended, because readers of feeds take one that is gone
 * for withdrawn, and besides them the newest there are up to `limit`.
 */
export async function publicWarnings(db: Kysely<Database>, now: Date, limit = 50): Promise<PublicWarning[]> {
  const all = db
    .selectFrom('warning')
    .leftJoin('warning as later', (on) => on.on('later.id', '=', NEWEST_AFTER))
    .selectAll('warning')
    .select(['later.id as later_id', 'later.kind as later_kind'])
    .select(isPublicIn('later').as('later_public'))
    .where('warning.released_at', 'is not', null)
    .where(isPublicIn('warning'))
    .orderBy('warning.released_at', 'desc')
    .orderBy('warning.id');
  const [newest, valid] = [
    await all.limit(limit).execute(),
    await all.where('warning.valid_until', '>', now).execute(),
  ];
  const seen = new Set(newest.map(({ id }) => id));
  return [...newest, ...valid.filter(({ id }) => !seen.has(id))].map(
    ({ later_id, later_kind, later_public, content, ...row }) => ({
      ...(row as Omit<Selectable<WarningTable>, 'content'> & { released_at: Date }),
      content: JSON.parse(content) as CaseWarning['content'],
      newest:
        later_id === null || later_kind === null
          ? null
          : { id: later_id, kind: later_kind, public: later_public === true },
    }),
  );
}

/** One public warning, with what holds now of its case; `undefined` where there is none that anybody may see. */
export async function publicWarning(db: Kysely<Database>, id: string): Promise<PublicWarning | undefined> {
  const row = await db
    .selectFrom('warning')
    .select('duty_case')
    .where('id', '=', id)
    .where('released_at', 'is not', null)
    .where(isPublicIn('warning'))
    .executeTakeFirst();
  if (!row) return undefined;
  const out = (await warningsOf(db, row.duty_case)).filter(({ released_at }) => released_at !== null);
  const warning = out.find((each) => each.id === id) as CaseWarning & { released_at: Date };
  let last: CaseWarning = warning;
  for (const each of out) if (each.follows === last.id) last = each;
  if (last === warning) return { ...warning, newest: null };
  return { ...warning, newest: { id: last.id, kind: last.kind, public: isPublic(last.content) } };
}
