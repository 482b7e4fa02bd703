/** The rows by which reports and their statements are found. */

import type { Catalogue } from '../../catalogue/catalogue.js';
import { fold } from '../../catalogue/fold.js';
import { spellingKeys } from '../../catalogue/spelling.js';
import type { Reading } from '../../reading/schema.js';
import { entityRef, placeRef, withParents } from '../refs.js';
import { hasPage, placeAndAround } from '../roles.js';
import { TAG, vectorsOf } from './lexemes.js';
import type { Searchable } from './statements.js';

type Known = Pick<Catalogue, 'actor' | 'place' | 'demonym' | 'governmentMeant' | 'actorsNamed' | 'placesNamed'>;

const publishedBy = ({ report: { publisher } }: Reading) => (publisher === null ? [] : [TAG.publisher(publisher)]);

/** The `tsvector` of one statement: the words of its title and its quotes, and its tags. */
export function statementVector(reading: Reading, { kind, status, title, evidence, entities }: Searchable): string {
  const quotes = evidence.map(([start, end]) => reading.report.text.slice(start, end));
  const tags = [
    TAG.kind(kind),
    ...(status ? [TAG.status(status)] : []),
    ...entities.map(TAG.entity),
    ...publishedBy(reading),
  ];
  // What is longer than a row of the index is no quote any more.
  return vectorsOf([title, ...quotes], tags)[0] ?? '';
}

/** The `tsvector`s of a report: one for a report of ordinary length. */
export function reportVectors(reading: Reading, known: Known): string[] {
  const { title, text } = reading.report;
  const entities = [...entitiesIn(reading, known).keys()];
  return vectorsOf([title ?? '', text], [TAG.kind('report'), ...entities.map(TAG.entity), ...publishedBy(reading)]);
}

/**
 * The groups, other bodies and places that a report speaks of, each with the ids of the reading's actors and places
 * that mean it or a part of it: a branch means its group too, a city its country.
 */
export function entitiesIn(
  reading: Reading,
  known: Pick<Known, 'actor' | 'place' | 'demonym' | 'governmentMeant'>,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (ids: readonly string[], own: string) => {
    for (const id of new Set(ids)) found.set(id, [...(found.get(id) ?? []), own]);
  };
  for (const actor of reading.actors) {
    const entity = entityRef(actor, known);
    if (hasPage(entity)) add(entity.kind === 'group' ? withParents(entity, known) : [entity.id], actor.id);
  }
  for (const place of reading.places) {
    add(placeAndAround(placeRef(place), known), place.id);
  }
  return found;
}

/** A name by which a report calls a group, another body or a place, under a key of its spelling. */
export interface Spelling {
  key: string;
  entity: string;
  name: string;
}

/** The names in a report that the catalogue does not know, and how the places in it are written. */
export function spellingsIn(reading: Reading, known: Known): Spelling[] {
  const { text } = reading.report;
  const spellings: Spelling[] = [];
  const written = (mentions: readonly (readonly [number, number])[]) =>
    mentions.map(([start, end]) => text.slice(start, end));
  for (const actor of reading.actors) {
    const entity = entityRef(actor, known);
    if (!hasPage(entity)) continue;
    // "Moscow" may stand for a government, but is no name of it.
    const metonyms = new Set(known.actor(entity.id)?.metonyms.map(fold));
    for (const name of new Set([actor.name, ...actor.aliases]))
      if (!metonyms.has(fold(name)) && !known.actorsNamed(fold(name)).some(({ key }) => key === entity.id))
        spellings.push(...spellingKeys(fold(name)).map((key) => ({ key, entity: entity.id, name })));
  }
  for (const place of reading.places) {
    const { id } = placeRef(place);
    for (const name of new Set([place.name, ...written(place.mentions)])) {
      const keys = spellingKeys(fold(name));
      const there = known.placesNamed(fold(name)).some(({ key }) => key === id);
      spellings.push(...(there ? keys.slice(1) : keys).map((key) => ({ key, entity: id, name })));
    }
  }
  return spellings.filter(({ key }) => key.length > 1);
}
