/**
 * The reader: one report in, one reading out. A cascade of small pure stages over one text, each of which reads what
 * the ones before it found. No clock, no network, no database.
 */
import { loadCatalogue } from '../catalogue/catalogue.js';
import { type Analysis, clauseIndex } from './analysis.js';
import { findAttributions } from './attributions/attributions.js';
import { findClauses } from './clauses.js';
import { findCounts } from './counts.js';
import { findDates } from './dates/dates.js';
import { findIncidents, type IncidentFound } from './incidents/incidents.js';
import { makeDoc } from './make-doc.js';
import { findNames } from './names/names.js';
import { findPhrases } from './phrases.js';
import { findRelations } from './relations/relations.js';
import { findResponses } from './responses/responses.js';
import type { Reading, Report } from './schema.js';
import { findSpeakers } from './speakers.js';
import { findThreats } from './threats/threats.js';
import type { Trace } from './trace.js';
import { tellDangers } from './warnings/dangers.js';
import { findWarnings } from './warnings/warnings.js';

/** Names the reader in stored readings; raise it with every change of what is read, so that stores know what to re-read. */
export const READER_VERSION = '5';

/** Reads a report. A text in another language than English gives its names and no statements. */
export const read = (report: Report): Reading => readTraced(report, null).reading;

/** The reading with what it was made from, for `explain`. */
export function readTraced(
  report: Report,
  trace: Trace | null,
): { reading: Reading; a: Analysis; found: IncidentFound[] } {
  const a = analyse(report, trace);
  return { a, ...readingOf(report, a) };
}

/** The statements that what the stages before have found gives. */
export function readingOf(report: Report, a: Analysis): { reading: Reading; found: IncidentFound[] } {
  const foreign = report.language !== null && report.language !== 'en';
  const found = foreign ? [] : findIncidents(a);
  const attributions = findAttributions(a, found);
  const warnings = foreign ? [] : findWarnings(a, found);
  const threats = foreign ? [] : findThreats(a, warnings);
  tellDangers(a, warnings, threats);
  const statements = {
    incidents: found.map(({ incident }) => incident),
    attributions,
    warnings,
    threats,
    responses: foreign ? [] : findResponses(a, found),
    relations: foreign ? [] : findRelations(a),
  };
  const reading: Reading = {
    schema: 'tocsin.reading/1',
    report,
    actors: a.names.actors(usedIds(statements)),
    places: a.names.places(),
    ...statements,
  };
  return { reading, found };
}

/** The stages that every finder of statements stands on. */
export function analyse(report: Report, trace: Trace | null = null): Analysis {
  const doc = makeDoc(report.text, report.published);
  const phrases = findPhrases(doc);
  const clauses = findClauses(doc, phrases);
  const dates = findDates(doc);
  return {
    doc,
    phrases,
    clauses,
    clauseAt: clauseIndex(doc, clauses),
    speakers: findSpeakers(doc, phrases, clauses),
    names: findNames(doc, loadCatalogue()),
    dates,
    counts: findCounts(doc, dates),
    publisher: report.publisher,
    trace,
    violent: null,
  };
}

/** Ids of actors that the statements speak of. */
function usedIds(statements: object): Set<string> {
  const used = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length < 8 && /^a\d+$/.test(value)) used.add(value);
    } else if (Array.isArray(value)) {
      if (typeof value[0] !== 'number') for (const each of value) walk(each); // spans hold no ids
    } else if (value !== null && typeof value === 'object') {
      for (const key in value) walk((value as Record<string, unknown>)[key]);
    }
  };
  walk(statements);
  return used;
}
