/** Where entities and places stand in statements: what the pages of groups and places are found by. */
import type { Reading } from '../reading/schema.js';
import type { ActorKind } from '../reading/vocabulary.js';
import { type Line, type Stub, stub } from './line.js';
import type { AnyMention } from './mention.js';
import { entityRef, type Known } from './refs.js';
import type { EntityRef, PlaceRef } from './schema.js';
import { sentenceAround } from './sentence.js';

export interface Role {
  /** Id of an entity or a place. */
  entity: string;
  kind: AnyMention['kind'] | Line['kind'];
  role: string;
  statement: string;
}

/** Kinds of actors that have a page. Persons have none: Tocsin keeps no files on people. */
const WITH_PAGE: readonly ActorKind[] = ['group', 'government', 'agency', 'organisation', 'population'];

export function hasPage({ kind }: { kind: ActorKind }): boolean {
  return WITH_PAGE.includes(kind);
}

/** The roles in a reading's statements, each once. */
export function rolesOf(mentions: readonly AnyMention[], lines: readonly Line[], known: Known): Role[] {
  const roles = [
    ...mentions.flatMap((mention) => mentionRoles(mention, known)),
    ...lines.flatMap((line) => lineRoles(line, known)),
  ];
  return [...new Map(roles.map((role) => [JSON.stringify(role), role])).values()];
}

function mentionRoles(mention: AnyMention, known: Known): Role[] {
  const { kind, statement } = mention;
  const write = writer(kind, statement, known);
  const places = mention.said.place.flatMap(({ value }) => write.place(value));
  if (mention.kind === 'warning') {
    return [
      ...places,
      ...write.actor('issuer', mention.issuer?.ref),
      ...mention.said.recipients.flatMap(({ value }) => write.actor('recipient', value)),
      ...mention.said.actor.flatMap(({ value }) => write.actor('about', value)),
    ];
  }
  return [
    ...places,
    ...mention.said.attributions.flatMap(({ value }) => [
      ...write.actor(value.stance, value.actor),
      ...write.actor('says', value.by),
    ]),
  ];
}

function lineRoles({ kind, source, ...line }: Line, known: Known): Role[] {
  const write = writer(kind, source.statement, known);
  if ('actor' in line)
    return [...write.actor('actor', line.actor), ...write.actor('says', line.line.by), ...write.place(line.line.place)];
  if ('against' in line) {
    return [
      ...write.actor('by', line.line.by),
      ...line.against.flatMap((actor) => write.actor('against', actor)),
      ...write.place(line.line.place),
    ];
  }
  const { from, to } = line.line;
  return [...write.actor('from', from), ...(to === null ? [] : 'kind' in to ? write.actor('to', to) : write.place(to))];
}

/** The ids of a place, of the region and of the country that it lies in. */
export function placeAndAround({ id, country }: PlaceRef, known: Known): string[] {
  const region = known.place(id)?.region ?? null;
  const around = [region, country === null ? null : `country:${country}`];
  return [id, ...around.filter((other) => other !== null && other !== id)] as string[];
}

function writer(kind: Role['kind'], statement: string, known: Known) {
  return {
    actor: (role: string, actor: EntityRef | null | undefined): Role[] =>
      actor && hasPage(actor) ? [{ entity: actor.id, kind, role, statement }] : [],
    /** A place, the region and the country that it lies in. */
    place: (place: PlaceRef | null): Role[] => {
      if (place === null) return [];
      return placeAndAround(place, known).map((entity, index) => ({
        entity,
        kind,
        role: index ? 'within' : 'place',
        statement,
      }));
    },
  };
}

/** A name in a text, with its sentence. */
export interface NameUse {
  entity: EntityRef;
  name: string;
  source: Stub;
}

/** The names that a report uses for those who have a page, each with its first use. */
export function namesOf(reading: Reading, known: Known): NameUse[] {
  const { text } = reading.report;
  const uses = new Map<string, NameUse>();
  for (const actor of reading.actors) {
    const entity = entityRef(actor, known);
    if (!hasPage(entity)) continue;
    const names = new Set([actor.name, ...actor.aliases]);
    for (const words of actor.mentions) {
      const name = text.slice(words[0], words[1]);
      const key = JSON.stringify([entity.id, name]);
      if (!names.has(name) || uses.has(key)) continue;
      const source = stub(reading, `${reading.report.id}#${actor.id}`, null, sentenceAround(text, words), words);
      uses.set(key, { entity, name, source });
    }
  }
  return [...uses.values()];
}
