import { type Kysely, sql } from 'kysely';
import { loadCatalogue } from '../../catalogue/catalogue.js';
import { placeAndAround } from '../../picture/roles.js';
import type { EntityRef, PlaceRef } from '../../picture/schema.js';
import type { Database } from '../schema.js';

/** What a person set of an incident or a warning, in the place of what was read. */
export interface SetRoles {
  /** Those in which a person put the entity or place. */
  within: string[];
  /** By role, those in which a person set who or what has it: there it counts no more what was read. */
  instead: { cluster: string; role: string }[];
}

/** The roles that a slot set by a person stands for; an attribution set stands beside those that were read. */
const ROLES_OF: Record<string, readonly string[]> = {
  place: ['place', 'within'],
  attribution: [],
  actor: ['about'],
  issuer: ['issuer'],
};

/**
 * Where people put an entity or a place by correcting, and where they set another. Read from the decisions in force
 * themselves: there are as many as people make by hand.
 */
export async function setRoles(db: Kysely<Database>, entity: string, kind: 'incident' | 'warning'): Promise<SetRoles> {
  // The last correction of a slot in an incident or warning is the one that is held.
  const rows = await db
    .selectFrom('decision')
    .leftJoin('decision_undone as undone', 'undone.decision', 'decision.id')
    .innerJoin('picture_mention as mention', 'mention.statement', 'decision.a')
    .innerJoin('picture_member as member', 'member.mention', 'mention.id')
    .where('undone.decision', 'is', null)
    .where('decision.kind', '=', 'correct')
    .where('slot', '=', sql<string>`any(${Object.keys(ROLES_OF)}::text[])`)
    .where('mention.kind', '=', kind)
    .distinctOn(['member.cluster', 'slot'])
    .select(['member.cluster', 'slot', 'value'])
    .orderBy('member.cluster')
    .orderBy('slot')
    .orderBy('decision.seq', 'desc')
    .execute();
  return {
    within: rows.filter(({ slot, value }) => entitiesIn(slot, value).includes(entity)).map(({ cluster }) => cluster),
    instead: rows.flatMap(({ cluster, slot }) => (ROLES_OF[slot ?? ''] ?? []).map((role) => ({ cluster, role }))),
  };
}

/** What each slot may hold is checked where the decision is made. */
function entitiesIn(slot: string | null, value: unknown): string[] {
  if (value === null) return [];
  if (slot === 'place') return placeAndAround(value as PlaceRef, loadCatalogue());
  if (slot === 'attribution') return [(value as { actor: EntityRef }).actor.id];
  return [(value as EntityRef).id];
}
