/** One incident of the picture, and its line in lists, from the statements that were joined. */
import { fold } from '../catalogue/fold.js';
import { likeness } from './compare.js';
import { type Correction, deskValues, heldValue, type IncidentDeskValue } from './decision.js';
import { featureOf } from './feature.js';
import { byStrength, DECIDED, type Link } from './forest.js';
import { gather, type OriginOf } from './gather.js';
import { HELD } from './held.js';
import type { AnyMention, IncidentMention } from './mention.js';
import { clusterId } from './refs.js';
import type { PictureIncident } from './schema.js';
import { incidentTitle } from './title.js';

/**
 * @param members in the order in which they were accepted, one at least
 * @param links the links of the forest that hold them together
 * @param corrections of the members, in the order in which they were made
 */
export function buildIncident(
  members: readonly IncidentMention[],
  links: readonly Link[],
  originOf: OriginOf,
  corrections: readonly Correction[] = [],
): PictureIncident {
  const desk = deskValues<IncidentDeskValue>(corrections);
  const values =
    <K extends keyof IncidentMention['said']>(slot: K) =>
    (member: IncidentMention) =>
      member.said[slot];
  const type = gather(members, originOf, values('type'), HELD.type);
  const status = gather(members, originOf, values('status'), HELD.status);
  const date = gather(members, originOf, values('date'), HELD.date);
  const place = gather(members, originOf, values('place'), HELD.place, ({ id, precision }) => `${id} ${precision}`);
  const site = gather(members, originOf, values('site'), HELD.site, fold);
  return {
    id: clusterId(first(members).statement),
    title: incidentTitle({
      type: heldValue(desk, 'type', type) ?? 'unknown',
      status: heldValue(desk, 'status', status) ?? 'alleged',
      date: heldValue(desk, 'date', date),
      place: heldValue(desk, 'place', place)?.name ?? null,
    }),
    type,
    status,
    date,
    place,
    site,
    weapons: gather(members, originOf, values('weapons'), HELD.weapons, ({ type, text }) => `${type} ${fold(text)}`),
    individuals: gather(members, originOf, values('individuals'), HELD.individuals, fold),
    targets: gather(
      members,
      originOf,
      values('targets'),
      HELD.targets,
      ({ type, text, effect }) => `${type} ${effect} ${fold(text)}`,
    ),
    victims: gather(
      members,
      originOf,
      values('victims'),
      HELD.victims,
      ({ type, text, outcome }) => `${type} ${outcome} ${fold(text)}`,
    ),
    killed: gather(members, originOf, values('killed'), HELD.killed),
    injured: gather(members, originOf, values('injured'), HELD.injured),
    suicide: gather(members, originOf, values('suicide'), HELD.suicide),
    attributions: gather(
      members,
      originOf,
      values('attributions'),
      HELD.attributions,
      ({ actor, stance, by }) => `${actor.id} ${stance} ${by?.id ?? ''}`,
    ),
    desk,
    members: members.map(({ statement }) => statement),
    joins: joinsOf(members, links),
    ...counts(members, originOf),
  };
}

/** Why the members stand together, the strongest link first. */
export function joinsOf(members: readonly AnyMention[], links: readonly Link[]): PictureIncident['joins'] {
  const features = new Map(members.map((member) => [member.statement, featureOf(member)]));
  return links.toSorted(byStrength).map(({ a, b, score }) => {
    const [one, other] = [features.get(a), features.get(b)];
    const found = one && other ? likeness(one, other) : null;
    const reasons = score >= DECIDED ? ['joined by a person'] : (found?.reasons ?? []);
    return { a, b, score: Math.min(score, 100) / 100, reasons };
  });
}

export function counts(members: readonly AnyMention[], originOf: OriginOf): { reports: number; origins: number } {
  const reports = new Set(members.map(({ report }) => report));
  return { reports: reports.size, origins: new Set([...reports].map(originOf)).size };
}

export function first<T>(list: readonly T[]): T {
  const item = list[0];
  if (item === undefined) throw new RangeError('a cluster has one member at least');
  return item;
}
