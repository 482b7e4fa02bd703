/** A statement in a line for people. */
import type { Line } from './line.js';
import type { IncidentMention, WarningMention } from './mention.js';
import { dateInWords, incidentTitle, warningTitle } from './title.js';

/** "Bombing, Kabul, 26 August 2021"; "Warning by U.S. government, Moscow, 7 March 2024". */
export function mentionTitle(mention: IncidentMention | WarningMention): string {
  const place = mention.said.place[0]?.value.name ?? null;
  if (mention.kind === 'warning')
    return warningTitle(mention.issuer?.ref.name ?? null, place, mention.said.issued[0]?.value ?? null);
  const { type, status, date } = mention.said;
  return incidentTitle({
    type: type[0]?.value ?? 'unknown',
    status: status[0]?.value ?? 'alleged',
    date: date[0]?.value ?? null,
    place,
  });
}

/** "ISIS-K: claimed (says Amaq) – Bombing, Kabul". */
export function attributionTitle(mention: IncidentMention, statement: string): string {
  const told = mention.said.attributions.find((attribution) => attribution.statement === statement)?.value;
  if (!told) return mentionTitle(mention);
  return `${told.actor.name}: ${told.stance}${says(told.by)} – ${mentionTitle(mention)}`;
}

/** "ISIS-K: intent against Western interests (says Michael Kurilla)"; "ISIS-K rival of Taliban". */
export function lineTitle(line: Line): string {
  if (line.kind === 'threat') {
    const { type, against, place, by } = line.line;
    const whom = against.length > 0 ? ` against ${against.join(', ')}` : '';
    return `${line.actor?.name ?? 'Unknown'}: ${type}${whom}${place ? ` in ${place.name}` : ''}${says(by)}`;
  }
  if (line.kind === 'response') {
    const { type, by, place, date } = line.line;
    const against = line.against.map(({ name }) => name).join(', ');
    const where = [place?.name ?? null, dateInWords(date)].filter((part) => part !== null).join(', ');
    return `${by?.name ?? 'Unknown'}: ${type}${against ? ` against ${against}` : ''}${where ? `, ${where}` : ''}`;
  }
  const { from, type, to, toText } = line.line;
  return `${from.name} ${type.replaceAll('-', ' ')} ${to?.name ?? toText ?? ''}`.trimEnd();
}

const says = (by: { name: string } | null) => (by ? ` (says ${by.name})` : '');
