/**
 * What one report says of one incident or warning, with every id of the reading resolved: what is left of a reading
 * once it has to be compared and joined with others. Plain data, kept as JSON.
 */
import type { Actor, Incident, Place, Reading, Toll as ReadToll, Span, Warning } from '../reading/schema.js';
import { compareText } from './forest.js';
import { entityRef, isNamedGroup, type Known, placeRef, statementId, withParents } from './refs.js';
import type { EntityRef, Interval, PictureIncident, PictureWarning, PlaceRef, Toll } from './schema.js';
import { sentenceAround } from './sentence.js';

/** A value and where it is said; `statement` and `by` only where they are not the mention's own. */
export interface Told<T> {
  value: T;
  at: Span;
  words: Span | null;
  statement?: string;
  by?: EntityRef | null;
  /** Day as of which it is told, where that is before the report's. */
  asOf?: string;
}

type ValueOf<T> = T extends { value: infer V }[] ? V : never;
type Incidents<K extends keyof PictureIncident> = Told<ValueOf<PictureIncident[K]>>[];
type Warnings<K extends keyof PictureWarning> = Told<ValueOf<PictureWarning[K]>>[];

interface Mention {
  /** `sha256:…#i1`. */
  statement: string;
  report: string;
  published: string | null;
  publisher: string | null;
  /** Text of every span that a value is said in, by its offsets (`"120-184"`). */
  quotes: Record<string, string>;
  /** Key of the first-level region that the place lies in. */
  region: string | null;
}

export interface IncidentMention extends Mention {
  kind: 'incident';
  /** Groups named for it and not only in a denial, each with what it belongs to. */
  groups: string[][];
  said: {
    type: Incidents<'type'>;
    status: Incidents<'status'>;
    date: Told<Interval>[];
    place: Told<PlaceRef>[];
    site: Told<string>[];
    weapons: Incidents<'weapons'>;
    individuals: Told<string>[];
    targets: Incidents<'targets'>;
    victims: Incidents<'victims'>;
    killed: Told<Toll>[];
    injured: Told<Toll>[];
    suicide: Told<boolean>[];
    attributions: Incidents<'attributions'>;
  };
}

export interface WarningMention extends Mention {
  kind: 'warning';
  /** The issuer with what it belongs to. */
  issuer: { ref: EntityRef; line: string[] } | null;
  /** The recipients with what they belong to. */
  recipients: string[][];
  said: {
    /** That there was a warning. */
    told: Told<true>[];
    recipients: Warnings<'recipients'>;
    audience: Warnings<'audience'>;
    issued: Told<Interval>[];
    actor: Told<EntityRef>[];
    place: Told<PlaceRef>[];
    targets: Told<string>[];
    window: Told<Interval>[];
    advice: Told<string>[];
    authority: Told<string>[];
  };
}

export type AnyMention = IncidentMention | WarningMention;

/** Resolves the ids that hold within one reading. A dangling id is no actor and no place. */
export function resolver(reading: Reading, known: Known) {
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const places = new Map(reading.places.map((place) => [place.id, place]));
  return {
    actor: (id: string | null): EntityRef | null => found(actors, id, (actor: Actor) => entityRef(actor, known)),
    place: (id: string | null): PlaceRef | null => found(places, id, placeRef),
    region: (id: string | null): string | null =>
      found(places, id, ({ key }: Place) =>
        key?.startsWith('region:') ? key : (known.place(key ?? '')?.region ?? null),
      ),
  };
}

function found<T, R>(index: Map<string, T>, id: string | null, make: (item: T) => R): R | null {
  const item = id === null ? undefined : index.get(id);
  return item === undefined ? null : make(item);
}

/** The incident and warning statements of a reading, or those of them that are asked for. */
export function mentionsOf(
  reading: Reading,
  known: Known,
  isAsked: (statement: string) => boolean = () => true,
): AnyMention[] {
  const { id: report } = reading.report;
  return [
    ...reading.incidents
      .filter(({ id }) => isAsked(`${report}#${id}`))
      .map((incident) => incidentMention(reading, incident, known)),
    ...reading.warnings.flatMap((warning, index) =>
      isAsked(statementId(report, 'warning', index)) ? [warningMention(reading, warning, index, known)] : [],
    ),
  ];
}

/** Tells values of one statement: each in the span of evidence that holds its words, else in the sentence around them. */
function teller(reading: Reading, evidence: Span[]) {
  const quotes: Record<string, string> = {};
  const tell = <T>(value: T, words: Span | null, within: Span[] = evidence): Told<T> => {
    const at = words
      ? (within.find(([start, end]) => start <= words[0] && words[1] <= end) ??
        sentenceAround(reading.report.text, words))
      : (within[0] as Span);
    quotes[`${at[0]}-${at[1]}`] = reading.report.text.slice(at[0], at[1]);
    return { value, at, words };
  };
  return { quotes, tell };
}

function incidentMention(reading: Reading, incident: Incident, known: Known): IncidentMention {
  const { report } = reading;
  const resolve = resolver(reading, known);
  const { quotes, tell } = teller(reading, incident.evidence);
  const tellToll = ({ min, max, at, asOf }: ReadToll): Told<Toll> => ({
    ...tell({ min, max }, at),
    ...(asOf !== undefined && { asOf }),
  });
  const place = resolve.place(incident.place);
  const attributions = reading.attributions.flatMap((attribution, index) => {
    const actor = resolve.actor(attribution.actor);
    if (attribution.incident !== incident.id || actor === null) return [];
    const by = resolve.actor(attribution.by);
    const told = tell({ actor, stance: attribution.stance, by }, null, attribution.evidence);
    return [{ ...told, statement: statementId(report.id, 'attribution', index), by }];
  });
  const attributed = new Set(attributions.map(({ value }) => value.actor.id));
  const perpetrators = incident.perpetrators.groups.flatMap((id) => resolve.actor(id) ?? []);
  const named = [
    ...perpetrators,
    ...attributions.filter(({ value }) => value.stance !== 'denied').map(({ value }) => value.actor),
  ].filter(isNamedGroup);
  return {
    kind: 'incident',
    statement: `${report.id}#${incident.id}`,
    report: report.id,
    published: report.published,
    publisher: report.publisher,
    groups: [...new Map(named.map((group) => [group.id, group])).values()]
      .map((group) => withParents(group, known))
      .sort((a, b) => compareText(a[0] ?? '', b[0] ?? '')),
    region: resolve.region(incident.place),
    said: {
      type: [tell(incident.type, null)],
      status: [tell(incident.status, null)],
      date: incident.date ? [tell(interval(incident.date), incident.date.at)] : [],
      place: place ? [tell(place, null)] : [],
      site: incident.site ? [tell(incident.site.text, incident.site.at)] : [],
      weapons: incident.weapons.map(({ type, text, at }) => tell({ type, text }, at)),
      individuals: incident.perpetrators.individuals.map(({ text, at }) => tell(text, at)),
      targets: incident.targets.map(({ type, text, effect, at }) => tell({ type, text, effect }, at)),
      victims: incident.victims.map(({ type, text, outcome, at }) => tell({ type, text, outcome }, at)),
      killed: incident.killed ? [tellToll(incident.killed)] : [],
      injured: incident.injured ? [tellToll(incident.injured)] : [],
      suicide: incident.suicide ? [tell(true, null)] : [],
      attributions: [
        ...attributions,
        // A perpetrator that no attribution speaks of is stated by the report itself.
        ...perpetrators
          .filter(({ id }) => !attributed.has(id))
          .map((actor) => tell({ actor, stance: 'stated' as const, by: null }, null)),
      ],
    },
    quotes,
  };
}

function warningMention(reading: Reading, warning: Warning, index: number, known: Known): WarningMention {
  const { report } = reading;
  const resolve = resolver(reading, known);
  const { quotes, tell } = teller(reading, warning.evidence);
  const issuer = resolve.actor(warning.issuer);
  const actor = resolve.actor(warning.about.actor);
  const place = resolve.place(warning.about.place);
  const recipients = warning.recipients.flatMap((id) => resolve.actor(id) ?? []);
  const { issued, advice, authority, audience } = warning;
  const { window, targets } = warning.about;
  return {
    kind: 'warning',
    statement: statementId(report.id, 'warning', index),
    report: report.id,
    published: report.published,
    publisher: report.publisher,
    recipients: recipients.map((recipient) => withParents(recipient, known)),
    issuer: issuer && { ref: issuer, line: withParents(issuer, known) },
    region: resolve.region(warning.about.place),
    said: {
      told: [tell(true, null)],
      recipients: recipients.map((recipient) => tell(recipient, null)),
      audience: audience ? [tell(audience, null)] : [],
      issued: issued ? [tell(interval(issued), issued.at)] : [],
      actor: actor ? [tell(actor, null)] : [],
      place: place ? [tell(place, null)] : [],
      targets: targets.map((target) => tell(target, null)),
      window: window ? [tell(interval(window), window.at)] : [],
      advice: advice === null ? [] : [tell(advice, null)],
      authority: authority === null ? [] : [tell(authority, null)],
    },
    quotes,
  };
}

const interval = ({ start, end }: Interval): Interval => ({ start, end });
