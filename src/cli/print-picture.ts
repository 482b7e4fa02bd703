/** The picture for people: what is held first, what others say beside it, each with who says so. */
import type { GroupPage, PictureIncident, PictureWarning } from '../desk/schema.js';
import type { EntityRef, Source } from '../picture/schema.js';
import { counted } from './format.js';
import { oneLine, paint, print } from './terminal.js';
import { countWords, dateWords, placeName, RELATION_WORDS } from './words.js';

/** Quotes shown for one value; the others are counted. */
const QUOTES = 3;
const QUOTE_LENGTH = 160;

/** A value and those who say it. */
interface Said<T> {
  value: T;
  sources: Source[];
  origins: number;
}

/** What people set: it is what the picture holds. */
function deskValues(desk: PictureIncident['desk'] | PictureWarning['desk']): void {
  if (desk.length > 0) print(`\n  ${paint.cyan('set by people')}`);
  for (const { slot, value, set } of desk) {
    const said = typeof value === 'string' ? value : JSON.stringify(value);
    print(
      `    ${paint.bold(oneLine(`${slot}: ${said}`))}  ${paint.dim(oneLine(`${set.by}, ${set.at.slice(0, 10)}: ${set.why}`))}`,
    );
  }
}

/** One incident with all that reports say of it. */
export function printIncident(incident: PictureIncident): void {
  heading(incident);
  deskValues(incident.desk);
  slot('type', incident.type, (type) => type);
  slot('status', incident.status, (status) => status);
  slot('date', incident.date, dateWords);
  slot('place', incident.place, placeName);
  slot('site', incident.site, (site) => site);
  slot('killed', incident.killed, countWords);
  slot('injured', incident.injured, countWords);
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
  deskValues(warning.desk);
  if (warning.issuer) print(`  ${paint.cyan('issuer')}  ${oneLine(warning.issuer.name)}`);
  slot('recipients', warning.recipients, (actor) => actor.name);
  slot('audience', warning.audience, (audience) => audience);
  slot('issued', warning.issued, dateWords);
  slot('of whom', warning.actor, (actor) => actor.name);
  slot('place', warning.place, placeName);
  slot('targets', warning.targets, (text) => text);
  slot('window', warning.window, dateWords);
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
  section(
    'relations',
    relations,
    ({ from, type, to, toText }) => `${from.name} ${RELATION_WORDS[type]} ${to?.name ?? toText ?? ''}`,
  );
  section('threats', threats, ({ type, against, place, by }) => {
    return [type, against.join(', '), place ? `in ${place.name}` : ''].filter(Boolean).join(': ') + speaker(by);
  });
  section('responses', responses, ({ type, by, place, date }) => {
    return [type, place ? `in ${place.name}` : '', date ? dateWords(date) : ''].filter(Boolean).join(' ') + speaker(by);
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

function heading(thing: { id: string; title: string; reports: number; origins: number }): void {
  print(paint.bold(oneLine(thing.title)));
  print(
    paint.dim(`${oneLine(thing.id)}  ${counted(thing.reports, 'report')} from ${counted(thing.origins, 'origin')}`),
  );
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
