/** What of a mention is compared: intervals as numbers, descriptions as sets of words. Made anew from the mention. */
import { type Days, dayNumber, daysOf, length } from './days.js';
import type { AnyMention, IncidentMention, WarningMention } from './mention.js';
import type { PlaceRef, Toll } from './schema.js';
import { contentWords, isNamed } from './words.js';

interface Feature {
  statement: string;
  report: string;
  published: number | null;
  /** When it happened (an incident) or was issued (a warning), as the report has it. */
  days: Days | null;
  place: PlaceRef | null;
  region: string | null;
}

export interface IncidentFeature extends Feature {
  kind: 'incident';
  type: IncidentMention['said']['type'][number]['value'];
  status: IncidentMention['said']['status'][number]['value'];
  /** Content words of the site, and whether it has a name of its own. */
  site: string[];
  siteNamed: boolean;
  /** Content words of targets and victims. */
  targets: string[];
  groups: string[][];
  killed: Toll | null;
  injured: Toll | null;
  weapons: string[];
  suicide: boolean;
}

export interface WarningFeature extends Feature {
  kind: 'warning';
  issuer: { id: string; kind: string; line: string[] } | null;
  /** The largest bodies that the recipients belong to: their governments, mostly. */
  recipients: string[];
  audience: string | null;
  actor: string | null;
  targets: string[];
  window: Days | null;
}

export type AnyFeature = IncidentFeature | WarningFeature;

export function featureOf(mention: AnyMention): AnyFeature {
  return mention.kind === 'incident' ? incidentFeature(mention) : warningFeature(mention);
}

function incidentFeature({ statement, report, published, region, groups, said }: IncidentMention): IncidentFeature {
  const sites = said.site.map(({ value }) => value);
  return {
    kind: 'incident',
    statement,
    report,
    published: published === null ? null : dayNumber(published),
    days: daysOf(said.date[0]?.value ?? null),
    place: said.place[0]?.value ?? null,
    region,
    type: said.type[0]?.value ?? 'unknown',
    status: said.status[0]?.value ?? 'alleged',
    site: contentWords(...sites),
    siteNamed: sites.some(isNamed),
    targets: contentWords(
      ...said.targets.map(({ value }) => value.text),
      ...said.victims.map(({ value }) => value.text),
    ),
    groups,
    killed: said.killed[0]?.value ?? null,
    injured: said.injured[0]?.value ?? null,
    weapons: [...new Set(said.weapons.map(({ value }) => value.type))].filter((type) => type !== 'unknown').sort(),
    suicide: said.suicide.some(({ value }) => value),
  };
}

function warningFeature({
  statement,
  report,
  published,
  region,
  issuer,
  recipients,
  said,
}: WarningMention): WarningFeature {
  return {
    kind: 'warning',
    statement,
    report,
    published: published === null ? null : dayNumber(published),
    days: daysOf(said.issued[0]?.value ?? null),
    place: said.place[0]?.value ?? null,
    region,
    issuer: issuer && { id: issuer.ref.id, kind: issuer.ref.kind, line: issuer.line },
    // Whom no country or key tells apart ("its citizens") says nothing for or against.
    recipients: [...new Set(recipients.filter(isKnown).flatMap((line) => line.at(-1) ?? []))].sort(),
    audience: said.audience[0]?.value ?? null,
    actor: said.actor[0]?.value.id ?? null,
    targets: contentWords(...said.targets.map(({ value }) => value)),
    window: daysOf(said.window[0]?.value ?? null),
  };
}

const isKnown = (line: string[]) => line.length > 1 || !line[0]?.includes(':');

/** A date exact enough to tell one day's attack from another's: a day or two, or a long weekend. */
export function isExact(days: Days | null): days is Days {
  return days !== null && length(days) <= 4;
}

/** Whether a place tells one city from another. */
export function isCity(place: PlaceRef | null): place is PlaceRef {
  return place !== null && (place.precision === 'city' || place.precision === 'site' || place.precision === 'district');
}
