/** The slots of an incident: their names, how a value reads, and whether several values contradict each other. */
import type { ReactNode } from 'react';
import type { IncidentPage } from '../../src/desk/schema';
import type { Source } from '../../src/picture/schema';
import { showInterval } from '../parts/dates';
import { PlaceLink } from '../parts/Links';
import { StatusWord } from '../parts/Status';
import { showToll } from '../parts/tolls';
import { PRECISION, plain, TYPE } from '../parts/words';
import type { SlotName } from './citations';

/** A value of any slot as the page shows it. */
export interface SlotValue {
  key: string;
  shown: ReactNode;
  sources: Source[];
  origins: number;
}

export const SLOT_TITLE: Record<SlotName, string> = {
  type: 'Type',
  status: 'Status',
  date: 'Date',
  place: 'Place',
  site: 'Site',
  killed: 'Killed',
  injured: 'Injured',
  suicide: 'Suicide attack',
  weapons: 'Weapons',
  targets: 'Targets',
  victims: 'Victims',
  individuals: 'Perpetrators',
};

/** Where the page sets out all that is said of a slot. */
export const saidId = (slot: SlotName) => `said-${SLOT_TITLE[slot].toLowerCase().replaceAll(' ', '-')}`;

/** Slots that have one true value: more than one is a disagreement. The others are lists. */
export const SINGLE = new Set<SlotName>(['type', 'status', 'date', 'place', 'killed', 'injured', 'suicide']);

const withKind = (text: string, ...kinds: (string | null)[]) => (
  <>
    {text}{' '}
    <span className="kind">
      {kinds
        .filter(Boolean)
        .map((kind) => plain(kind ?? ''))
        .join(', ')}
    </span>
  </>
);

const SHOW: { [S in SlotName]: (value: IncidentPage[S][number]['value']) => ReactNode } = {
  type: (value) => (value === 'unknown' ? 'not stated' : TYPE[value]),
  status: (value) => <StatusWord status={value} />,
  date: (value) => showInterval(value),
  place: (value) => (
    <>
      <PlaceLink place={value} /> <span className="kind">{PRECISION[value.precision]}</span>
    </>
  ),
  site: (value) => value,
  killed: (value) => showToll(value),
  injured: (value) => showToll(value),
  suicide: (value) => (value ? 'yes' : 'no'),
  weapons: (value) => withKind(value.text, value.type),
  targets: (value) => withKind(value.text, value.type, value.effect),
  victims: (value) => withKind(value.text, value.type, value.outcome),
  individuals: (value) => value,
};

/** The values of one slot, the held one first. */
export function valuesOf<S extends SlotName>(incident: IncidentPage, slot: S): SlotValue[] {
  const show = SHOW[slot] as (value: unknown) => ReactNode;
  return incident[slot].map((said) => ({
    key: JSON.stringify(said.value),
    shown: show(said.value),
    sources: said.sources,
    origins: said.origins,
  }));
}
