/** A reading in a form that people can read and compare: names and quotes in place of ids and offsets. */
import { join } from 'node:path';
import { readReportFile } from '../../src/intake/receive.js';
import { read } from '../../src/reading/read.js';
import type { Count, DateRange, Reading, Span } from '../../src/reading/schema.js';

export const SAMPLES = join(import.meta.dirname, '../../samples');

/** What the reader finds in `samples/NAME`. */
export async function readSample(name: string): Promise<Reading> {
  const { bytes: _bytes, mediaType: _type, ...report } = await readReportFile(join(SAMPLES, name));
  return read({ ...report, file: name });
}

export type Told = ReturnType<typeof tell>;

export function tell(reading: Reading) {
  const { text } = reading.report;
  const quotes = (spans: Span[]) => spans.map(([start, end]) => text.slice(start, end));
  const actors = new Map(reading.actors.map(({ id, name, key }) => [id, key === null ? name : `${name} [${key}]`]));
  const places = new Map(
    reading.places.map(({ id, name, precision, country }) => [
      id,
      country === null ? `${name} (${precision})` : `${name} (${precision}, ${country})`,
    ]),
  );
  const incidents = new Map(
    reading.incidents.map(({ id, type, status, date, place }) => [
      id,
      [type, status, day(date), place && places.get(place)].filter(Boolean).join(', '),
    ]),
  );
  /** The name behind an id; an id that leads nowhere is an error of the reading. */
  const name = (names: Map<string, string>, id: string | null) => {
    const found = id === null ? null : names.get(id);
    if (found === undefined) throw new Error(`${id} leads nowhere`);
    return found;
  };
  const actor = (id: string | null) => name(actors, id);
  const place = (id: string | null) => name(places, id);

  return {
    incidents: reading.incidents.map((i) => ({
      type: i.type,
      status: i.status,
      date: day(i.date),
      place: place(i.place),
      site: i.site?.text ?? null,
      weapons: i.weapons.map((weapon) => `${weapon.text} (${weapon.type})`),
      groups: i.perpetrators.groups.map(actor),
      individuals: i.perpetrators.individuals.map((individual) => individual.text),
      targets: i.targets.map((target) => `${target.text} (${[target.type, target.effect].filter(Boolean).join(', ')})`),
      victims: i.victims.map(
        (victim) =>
          `${victim.text} (${[victim.type, victim.outcome, victim.count && count(victim.count)].filter(Boolean).join(', ')})`,
      ),
      killed: count(i.killed),
      injured: count(i.injured),
      suicide: i.suicide,
      quotes: quotes(i.evidence),
    })),
    attributions: reading.attributions.map((a) => ({
      incident: name(incidents, a.incident),
      actor: actor(a.actor),
      stance: a.stance,
      by: actor(a.by),
      quotes: quotes(a.evidence),
    })),
    warnings: reading.warnings.map((w) => ({
      issuer: actor(w.issuer),
      recipients: w.recipients.map(actor),
      audience: w.audience,
      issued: day(w.issued),
      actor: actor(w.about.actor),
      place: place(w.about.place),
      targets: w.about.targets,
      window: day(w.about.window),
      advice: w.advice,
      authority: w.authority,
      quotes: quotes(w.evidence),
    })),
    threats: reading.threats.map((t) => ({
      actor: actor(t.actor),
      type: t.type,
      against: t.against,
      place: place(t.place),
      by: actor(t.by),
      horizon: day(t.horizon),
      quotes: quotes(t.evidence),
    })),
    responses: reading.responses.map((r) => ({
      type: r.type,
      by: actor(r.by),
      against: r.against.map(actor),
      incident: name(incidents, r.incident),
      place: place(r.place),
      date: day(r.date),
      quotes: quotes(r.evidence),
    })),
    relations: reading.relations.map((r) => ({
      from: actor(r.from),
      type: r.type,
      to: r.to === null ? r.toText : (actors.get(r.to) ?? place(r.to)),
      since: day(r.since),
      quotes: quotes(r.evidence),
    })),
  };
}

/** "2024-03-22", "2024-01-01..2024-01-31", "2024-03-22.." for an open end. */
function day(range: DateRange | null): string | null {
  if (range === null) return null;
  return range.start !== null && range.start === range.end ? range.start : `${range.start ?? ''}..${range.end ?? ''}`;
}

/** "133", ">=60", "<=50", "24-99". */
function count(value: Count | null): string | null {
  if (value === null) return null;
  const { min, max } = value;
  if (max === null) return `>=${min}`;
  if (min === null) return `<=${max}`;
  return min === max ? `${min}` : `${min}-${max}`;
}
