/** The picture for people: what is held first, what others say beside it, each with who says so. */
import type { GroupPage, GroupSummary, IncidentSummary, PictureIncident, PictureWarning } from '../desk/schema.js';
import type { EntityRef, Source } from '../picture/schema.js';
import { counted, days, toll } from './format.js';
import { oneLine, paint, print } from './terminal.js';

/** Quotes shown for one value; the others are counted. */
const QUOTES = 3;
const QUOTE_LENGTH = 160;
const INDENT = ' '.repeat(12);

/** A value and those who say it. */
interface Said<T> {
  value: T;
  sources: Source[];
  origins: number;
}

/** One incident in a few lines, for the overview. */
export function printIncidentBrief(summary: IncidentSummary, incident: PictureIncident): void {
  const day = summary.date ? days(summary.date) : 'no date';
  print(`${paint.bold(day.padEnd(10))}  ${paint.bold(oneLine(summary.title))}  ${paint.dim(summary.status)}`);
  const tolls = [
    tollLine(
      'killed',
      incident.killed.map((said) => said.value),
    ),
    tollLine(
      'injured',
      incident.injured.map((said) => said.value),
    ),
  ];
  print(INDENT + [...tolls, weight(summary)].filter(Boolean).join(' · '));
  const named = byStance(incident);
  if (named) print(INDENT + named);
  print(INDENT + paint.dim(oneLine(summary.id)));
}

const weight = ({ reports, origins }: { reports: number; origins: number }) =>
  `${counted(reports, 'report')}, ${counted(origins, 'origin')}`;

/** "137 killed (reports say 40 to 145)": the held figure, and the spread where they differ. */
export function tollLine(verb: string, values: { min: number | null; max: number | null }[]): string {
  const [held] = values;
  if (!held) return '';
  const figures = values.flatMap(({ min, max }) => [min, max]).filter((n) => n !== null);
  const [low, high] = [Math.min(...figures), Math.max(...figures)];
  const spread = values.length > 1 && low !== high ? ` (reports say ${low} to ${high})` : '';
  return `${toll(held)} ${verb}${spread}`;
}

/** "claimed: Islamic State · accused: Ukraine (by Russia) · denied: Ukraine". */
function byStance(incident: PictureIncident): string {
  const lines = new Set(
    incident.attributions.map(({ value: { actor, stance, by } }) => {
      const speaker = by && by.id !== actor.id ? ` (by ${oneLine(by.name)})` : '';
      return `${paint.yellow(stance)}: ${oneLine(actor.name)}${speaker}`;
    }),
  );
  return [...lines].join(' · ');
}

/** One incident with all that reports say of it. */
export function printIncident(incident: PictureIncident): void {
  heading(incident);
  slot('type', incident.type, (type) => type);
  slot('status', incident.status, (status) => status);
  slot('date', incident.date, days);
  slot('place', incident.place, (place) => [place.name, place.country].filter(Boolean).join(', '));
  slot('site', incident.site, (site) => site);
  slot('killed', incident.killed, toll);
  slot('injured', incident.injured, toll);
  slot('weapons', incident.weapons, ({ type, text }) => `${text} (${type})`);
  slot('attackers', incident.individuals, (text) => text);
  slot(
    'targets',
    incident.targets,
    ({ type, text, effect }) => `${text} (${[type, effect].filter(Boolean).join(', ')})`,
  );
  slot(
    'victims',
    incident.victims,
    ({ type, text, outcome }) => `${text} (${[type, outcome].filter(Boolean).join(', ')})`,
  );
  slot('attribution', incident.attributions, ({ actor, stance, by }) => `${stance}: ${actor.name}${speaker(by)}`);
}

/** One warning with all that reports say of it. */
export function printWarning(warning: PictureWarning): void {
  heading(warning);
  if (warning.issuer) print(`  ${paint.cyan('issuer')}  ${oneLine(warning.issuer.name)}`);
  slot('recipients', warning.recipients, (actor) => actor.name);
  slot('audience', warning.audience, (audience) => audience);
  slot('issued', warning.issued, days);
  slot('of whom', warning.actor, (actor) => actor.name);
  slot('place', warning.place, (place) => place.name);
  slot('targets', warning.targets, (text) => text);
  slot('window', warning.window, days);
  slot('advice', warning.advice, (text) => text);
  slot('authority', warning.authority, (text) => text);
}

/** One group: names, relations, incidents, threats and what was done against it. */
export function printGroup({ summary, names, relations, incidents, threats, responses, warnings }: GroupPage): void {
  print(paint.bold(oneLine(summary.name)));
  print(paint.dim(`${oneLine(summary.id)}  ${counted(summary.reports, 'report')}`));
  const other = names.map((each) => oneLine(each.name)).filter((name) => name !== summary.name);
  if (other.length) print(`\n  ${paint.cyan('also')}  ${other.join(', ')}`);
  if (summary.lists.length) print(`  ${paint.cyan('lists')}  ${summary.lists.map((id) => oneLine(id)).join(', ')}`);
  section('relations', relations, ({ from, type, to, toText }) => `${from.name} ${type} ${to?.name ?? toText ?? ''}`);
  section('threats', threats, ({ type, against, place, by }) => {
    return [type, against.join(', '), place ? `in ${place.name}` : ''].filter(Boolean).join(': ') + speaker(by);
  });
  section('responses', responses, ({ type, by, place, date }) => {
    return [type, place ? `in ${place.name}` : '', date ? days(date) : ''].filter(Boolean).join(' ') + speaker(by);
  });
  if (incidents.length) print(`\n  ${paint.cyan('incidents')}`);
  for (const incident of incidents) {
    print(`    ${oneLine(incident.title)}  ${paint.dim(oneLine(incident.id))}`);
    for (const { stance, by, source } of incident.stances) {
      print(`      ${stance}${oneLine(speaker(by))}`);
      quote(source, '        ');
    }
  }
  if (warnings.length) print(`\n  ${paint.cyan('warnings')}`);
  for (const warning of warnings) print(`    ${oneLine(warning.title)}  ${paint.dim(oneLine(warning.id))}`);
}

/** A group on one line, for the overview. */
export function groupLine({ name, incidents, threats, reports }: GroupSummary): string {
  const parts = [counted(reports, 'report'), counted(incidents, 'incident'), counted(threats, 'threat')];
  return `${oneLine(name)}  ${paint.dim(parts.join(', '))}`;
}

function heading(thing: { id: string; title: string; reports: number; origins: number }): void {
  print(paint.bold(oneLine(thing.title)));
  print(paint.dim(`${oneLine(thing.id)}  ${weight(thing)}`));
}

const speaker = (by: EntityRef | null) => (by ? ` (says ${by.name})` : '');

/** One slot: the held value, then what others say, each with the words. */
function slot<T>(label: string, values: Said<T>[], text: (value: T) => string): void {
  values.forEach((said, i) => {
    if (i === 0) print(`\n  ${paint.cyan(label)}`);
    const value = oneLine(text(said.value));
    print(`    ${i === 0 ? paint.bold(value) : value}  ${paint.dim(counted(said.origins, 'origin'))}`);
    for (const source of said.sources.slice(0, QUOTES)) quote(source, '      ');
    if (said.sources.length > QUOTES) print(paint.dim(`      and ${said.sources.length - QUOTES} more`));
  });
}

function section<T extends { source: Source }>(label: string, lines: T[], text: (line: T) => string): void {
  if (lines.length) print(`\n  ${paint.cyan(label)}`);
  for (const each of lines) {
    print(`    ${oneLine(text(each))}`);
    quote(each.source, '      ');
  }
}

function quote(source: Source, indent: string): void {
  const from = [source.publisher, source.published].filter((part) => part !== null).map((part) => oneLine(part));
  const who = source.by ? `${oneLine(source.by.name)}, in ` : '';
  print(
    paint.dim(
      `${indent}“${oneLine(source.quote, QUOTE_LENGTH)}” — ${who}${from.join(', ') || 'a report'} (${source.report.slice(0, 14)})`,
    ),
  );
}
