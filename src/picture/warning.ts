/** One warning of the picture from the statements that were joined. */
import { fold } from '../catalogue/fold.js';
import { type Correction, deskValues, heldValue, type WarningDeskValue } from './decision.js';
import type { Link } from './forest.js';
import { gather, type OriginOf } from './gather.js';
import { HELD } from './held.js';
import { counts, first, joinsOf } from './incident.js';
import type { WarningMention } from './mention.js';
import { clusterId } from './refs.js';
import type { EntityRef, PictureWarning } from './schema.js';
import { warningTitle } from './title.js';

/**
 * @param members in the order in which they were accepted, one at least
 * @param corrections of the members, in the order in which they were made
 */
export function buildWarning(
  members: readonly WarningMention[],
  links: readonly Link[],
  originOf: OriginOf,
  corrections: readonly Correction[] = [],
): PictureWarning {
  const desk = deskValues<WarningDeskValue>(corrections);
  const values =
    <K extends keyof WarningMention['said']>(slot: K) =>
    (member: WarningMention) =>
      member.said[slot];
  const byId = ({ id }: EntityRef) => id;
  const named = issuerOf(members, originOf);
  const issuer = heldValue(desk, 'issuer', named ? [{ value: named }] : []);
  const issued = gather(members, originOf, values('issued'), HELD.issued);
  const place = gather(
    members,
    originOf,
    values('place'),
    HELD.warnedPlace,
    ({ id, precision }) => `${id} ${precision}`,
  );
  const sources = gather(members, originOf, values('told'), []).flatMap((told) => told.sources);
  return {
    id: clusterId(first(members).statement),
    title: warningTitle(
      issuer?.name ?? null,
      heldValue(desk, 'place', place)?.name ?? null,
      heldValue(desk, 'issued', issued),
    ),
    issuer,
    recipients: gather(members, originOf, values('recipients'), HELD.recipients, byId),
    audience: gather(members, originOf, values('audience'), HELD.audience),
    issued,
    actor: gather(members, originOf, values('actor'), HELD.actor, byId),
    place,
    targets: gather(members, originOf, values('targets'), HELD.warnedTargets, fold),
    window: gather(members, originOf, values('window'), HELD.window),
    advice: gather(members, originOf, values('advice'), HELD.advice, fold),
    authority: gather(members, originOf, values('authority'), HELD.authority, fold),
    sources,
    reported: sources.flatMap(({ published }) => published ?? []).sort()[0] ?? null,
    desk,
    members: members.map(({ statement }) => statement),
    joins: joinsOf(members, links),
    ...counts(members, originOf),
  };
}

/** The issuer that most origins name; of bodies of one government the one that is named most. */
function issuerOf(members: readonly WarningMention[], originOf: OriginOf): EntityRef | null {
  const named = gather(
    members,
    originOf,
    ({ issuer, said }) => (issuer ? said.told.map((told) => ({ ...told, value: issuer.ref })) : []),
    HELD.issuer,
    ({ id }) => id,
  );
  return named[0]?.value ?? null;
}
