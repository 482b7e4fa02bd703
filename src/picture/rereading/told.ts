/** A statement as it is known again in another reading of the same text: its kind, its quote, and its key slots. */
import type { Reading, Span } from '../../reading/schema.js';
import type { StatementKind } from '../decision.js';
import { type Line, linesOf } from '../line.js';
import { type IncidentMention, mentionsOf, type WarningMention } from '../mention.js';
import { type Known, STATEMENT_LISTS, statementId } from '../refs.js';
import { placeAndAround } from '../roles.js';
import type { EntityRef, Interval, PlaceRef } from '../schema.js';
import { attributionTitle, lineTitle, mentionTitle } from '../statement-title.js';

/** Of a place the place itself, then what it lies in; of days the first and the last; else one word. Null: not said. */
export type Slot = readonly string[] | null;

export interface ToldStatement {
  kind: StatementKind;
  /** Of an attribution the incident statement that it is about. */
  of: string | null;
  title: string;
  /** The words on which it rests: offsets in the text, which stays the same. */
  evidence: readonly Span[];
  quote: string;
  slots: Readonly<Record<string, Slot>>;
}

/** All statements of a reading that can be decided on, by their ids. */
export function toldIn(reading: Reading, known: Known): Map<string, ToldStatement> {
  const spans = spansIn(reading);
  const { text } = reading.report;
  const told = new Map<string, ToldStatement>();
  const add = (id: string, kind: StatementKind, of: string | null, title: string, slots: ToldStatement['slots']) => {
    const evidence = spans.get(id) ?? [];
    const quote = evidence.map(([start, end]) => text.slice(start, end)).join(' … ');
    told.set(id, { kind, of, title, evidence, quote, slots });
  };
  for (const mention of mentionsOf(reading, known)) {
    const { kind, statement } = mention;
    const slots = kind === 'incident' ? incidentSlots(mention, known) : warningSlots(mention, known);
    add(statement, kind, null, mentionTitle(mention), slots);
    if (mention.kind === 'warning') continue;
    for (const { statement: own, value } of mention.said.attributions)
      if (own !== undefined)
        add(own, 'attribution', statement, attributionTitle(mention, own), {
          actor: entity(value.actor),
          stance: [value.stance],
        });
  }
  for (const line of linesOf(reading, known))
    add(line.source.statement, line.kind, null, lineTitle(line), lineSlots(line, known));
  return told;
}

/** The evidence of every statement by its id. */
function spansIn(reading: Reading): Map<string, readonly Span[]> {
  const { id } = reading.report;
  return new Map([
    ...reading.incidents.map((incident) => [`${id}#${incident.id}`, incident.evidence] as const),
    ...Object.entries(STATEMENT_LISTS).flatMap(([kind, list]) =>
      reading[list].map(
        ({ evidence }, index) => [statementId(id, kind as keyof typeof STATEMENT_LISTS, index), evidence] as const,
      ),
    ),
  ]);
}

const incidentSlots = ({ said }: IncidentMention, known: Known) => ({
  type: said.type[0]?.value === 'unknown' ? null : word(said.type[0]?.value),
  status: word(said.status[0]?.value),
  date: days(said.date[0]?.value),
  place: place(said.place[0]?.value, known),
});

const warningSlots = ({ said, issuer }: WarningMention, known: Known) => ({
  issuer: entity(issuer?.ref),
  actor: entity(said.actor[0]?.value),
  place: place(said.place[0]?.value, known),
  issued: days(said.issued[0]?.value),
});

function lineSlots(line: Line, known: Known): Record<string, Slot> {
  const type = [line.line.type];
  if (line.kind === 'threat') return { type, actor: entity(line.actor), place: place(line.line.place, known) };
  if (line.kind === 'response')
    return { type, by: entity(line.line.by), against: entity(line.against[0]), place: place(line.line.place, known) };
  const { from, to, toText } = line.line;
  return { type, from: entity(from), to: to === null ? word(toText) : word(to.id) };
}

const word = (value: string | null | undefined): Slot => (value == null ? null : [value]);
const entity = (actor: EntityRef | null | undefined): Slot => word(actor?.id);
const days = (interval: Interval | null | undefined): Slot =>
  interval ? [interval.start ?? '0000-01-01', interval.end ?? '9999-12-31'] : null;

const place = (where: PlaceRef | null | undefined, known: Known): Slot => (where ? placeAndAround(where, known) : null);
