/** The whole picture on a page: incidents newest first, warnings, groups. */
import type { GroupSummary, IncidentSummary, PictureIncident, PictureWarning } from '../desk/schema.js';
import { counted } from './format.js';
import { oneLine, paint, print } from './terminal.js';
import { countWords, dateWords, placeName } from './words.js';

/** Attributions shown of one incident; `tocsin show` has them all. */
const MOST = 8;
const AND = paint.dim(' · ');

export interface Overview {
  incidents: { summary: IncidentSummary; incident: PictureIncident }[];
  warnings: PictureWarning[];
  groups: GroupSummary[];
}

export function printOverview({ incidents, warnings, groups }: Overview): void {
  print(heading('incidents', incidents.length));
  for (const { summary, incident } of incidents) printIncident(summary, incident);
  print(heading('warnings', warnings.length));
  for (const warning of warnings) printWarning(warning);
  print(heading('groups', groups.length));
  for (const { name, incidents, threats, reports } of groups) {
    const parts = [counted(reports, 'report'), counted(incidents, 'incident'), counted(threats, 'threat')];
    print(`  ${paint.bold(oneLine(name))}  ${paint.dim(parts.join(', '))}`);
  }
  print();
}

const heading = (name: string, n: number) => paint.bold(paint.yellow(`${name.toUpperCase()} (${n})`));

function printIncident(summary: IncidentSummary, incident: PictureIncident): void {
  print(`  ${paint.bold(oneLine(summary.title))}  ${paint.dim(oneLine(summary.id))}`);
  const facts = [
    summary.status,
    summary.place && placeName(summary.place),
    tollOf(incident.killed, 'killed'),
    tollOf(incident.injured, 'injured'),
    weight(summary),
  ];
  print(`    ${facts.filter(Boolean).join(AND)}`);
  const named = attributions(incident);
  if (named.length)
    print(`    ${named.slice(0, MOST).join(AND)}${named.length > MOST ? ` and ${named.length - MOST} more` : ''}`);
  print();
}

const weight = ({ reports, origins }: { reports: number; origins: number }) =>
  `${counted(reports, 'report')} from ${counted(origins, 'origin')}`;

/** "145 killed (reports say 40 to 145)": the held figure, and the spread where reports differ. */
export function tollOf(said: { value: { min: number | null; max: number | null } }[], verb: string): string {
  const [held] = said;
  if (!held) return '';
  const figures = said.flatMap(({ value: { min, max } }) => [min, max]).filter((n) => n !== null);
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  return `${countWords(held.value)} ${verb}${low < high ? ` (reports say ${low} to ${high})` : ''}`;
}

/** "claimed: Islamic State", "accused: Ukraine (by Vladimir Putin)", each once. */
function attributions(incident: PictureIncident): string[] {
  const lines = incident.attributions.map(({ value: { actor, stance, by } }) => {
    const speaker = by && by.id !== actor.id ? ` (by ${oneLine(by.name)})` : '';
    return `${paint.cyan(stance)}: ${oneLine(actor.name)}${speaker}`;
  });
  return [...new Set(lines)];
}

function printWarning({ title, window, recipients, audience, reports, origins }: PictureWarning): void {
  print(`  ${paint.bold(oneLine(title))}`);
  const to = recipients.map(({ value }) => oneLine(value.name)).join(', ');
  const facts = [
    audience[0]?.value,
    to && `to ${to}`,
    window[0] && `for ${dateWords(window[0].value)}`,
    weight({ reports, origins }),
  ];
  print(`    ${facts.filter(Boolean).join(AND)}`);
  print();
}
