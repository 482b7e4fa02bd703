/** The slots that a person can set, which field each takes, and the value that its words make. */

import type { EntityRef, PlaceRef } from '../../src/picture/schema';
import { AUDIENCE, STANCE, STATUS, TYPE } from '../parts/words';

export type Field = 'choice' | 'days' | 'count' | 'text' | 'yes-no' | 'place' | 'actor' | 'attribution';

export interface SlotField {
  slot: string;
  title: string;
  field: Field;
  choices?: [value: string, shown: string][];
}

const choices = (shown: Record<string, string>): [string, string][] => Object.entries(shown);

export const STANCE_CHOICES = choices(STANCE);

/** As INCIDENT_SLOTS and WARNING_SLOTS of src/picture/decision.ts have them. */
export const SLOT_FIELDS: Record<'incident' | 'warning', SlotField[]> = {
  incident: [
    { slot: 'type', title: 'Type', field: 'choice', choices: choices(TYPE) },
    { slot: 'status', title: 'Status', field: 'choice', choices: choices(STATUS) },
    { slot: 'date', title: 'Date', field: 'days' },
    { slot: 'place', title: 'Place', field: 'place' },
    { slot: 'site', title: 'Site', field: 'text' },
    { slot: 'killed', title: 'Killed', field: 'count' },
    { slot: 'injured', title: 'Injured', field: 'count' },
    { slot: 'suicide', title: 'Suicide attack', field: 'yes-no' },
    { slot: 'attribution', title: 'Who did it', field: 'attribution', choices: STANCE_CHOICES },
  ],
  warning: [
    { slot: 'issuer', title: 'Issuer', field: 'actor' },
    { slot: 'audience', title: 'Audience', field: 'choice', choices: choices(AUDIENCE) },
    { slot: 'issued', title: 'Issued', field: 'days' },
    { slot: 'place', title: 'Place', field: 'place' },
    { slot: 'actor', title: 'About whom', field: 'actor' },
    { slot: 'window', title: 'For which days', field: 'days' },
  ],
};

export interface Known {
  places: PlaceRef[];
  actors: EntityRef[];
}

export type Parsed = { value: unknown } | { error: string };

/** The value that the fields of a form hold for a slot; `none` sets the slot to no value. */
export function slotValue({ field, title }: SlotField, form: FormData, known: Known): Parsed {
  const get = (name: string) => String(form.get(name) ?? '').trim();
  if (get('none')) return { value: null };
  const actor = known.actors.find(({ id }) => id === get('actor'));
  const place = known.places.find(({ id }) => id === get('place'));
  const [from, to] = [get('from'), get('to')];
  switch (field) {
    case 'days':
      return from || to
        ? { value: { start: from || null, end: to || null } }
        : { error: 'Give a first or a last day.' };
    case 'count':
      return from || to
        ? { value: { min: from ? Number(from) : null, max: to ? Number(to) : null } }
        : { error: 'Give a least or a most.' };
    case 'place':
      return place ? { value: place } : { error: 'Choose a place.' };
    case 'actor':
      return actor ? { value: actor } : { error: `Choose ${title === 'Issuer' ? 'who issued it' : 'an actor'}.` };
    case 'attribution':
      return actor && get('value')
        ? { value: { actor, stance: get('value') } }
        : { error: 'Choose who did it, and how firmly.' };
    case 'yes-no':
      return get('value') ? { value: get('value') === 'true' } : { error: 'Say yes or no.' };
    case 'text':
    case 'choice':
      return get('value') ? { value: get('value') } : { error: 'Give a value.' };
  }
}
