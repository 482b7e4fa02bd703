/** The OpenAPI document's own parts: the names under which the shapes appear in it, and the answers all routes share. */
import { z } from '@hono/zod-openapi';
import * as reading from '../reading/schema.js';
import * as desk from './schema.js';

const NAMED: Record<string, z.ZodType> = {
  Problem: desk.Problem,
  DeskStatus: desk.DeskStatus,
  NewReport: desk.NewReport,
  Accepted: desk.Accepted,
  FileResult: desk.FileResult,
  ReportSummary: desk.ReportSummary,
  ReportList: desk.ReportList,
  ReportPage: desk.ReportPage,
  Reading: reading.Reading,
  IncidentSummary: desk.IncidentSummary,
  IncidentList: desk.IncidentList,
  PictureIncident: desk.PictureIncident,
  PictureWarning: desk.PictureWarning,
  GroupSummary: desk.GroupSummary,
  GroupPage: desk.GroupPage,
  PlacePage: desk.PlacePage,
  NewDecision: desk.NewDecision,
  Decision: desk.Decision,
  NewDecisions: desk.NewDecisions,
  Grade: desk.Grade,
  IncidentPage: desk.IncidentPage,
  TriageItem: desk.TriageItem,
  TriageCounts: desk.TriageCounts,
  Doubt: desk.Doubt,
  SourceSummary: desk.SourceSummary,
  Fact: desk.Fact,
  Level: desk.Level,
  LevelPage: desk.LevelPage,
  Changes: desk.Changes,
  Passage: desk.Passage,
  FoundStatement: desk.FoundStatement,
  Found: desk.Found,
  SavedSearch: desk.SavedSearch,
};

/**
 * Gives the shapes their names in place, so that the document refers to them wherever they stand inside others.
 * (`schema.openapi(name)` names a copy, and leaves what holds the original to repeat it.)
 */
for (const [refId, schema] of Object.entries(NAMED)) z.globalRegistry.add(schema, { _internal: { refId } });

/** Ids hold ':', '#' and spaces: they are percent-encoded in an address. */
export const Id = z.object({ id: z.string().min(1).max(500) });

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

const no = (description: string) => json(desk.Problem, description);
/** Answers of every route. */
export const REFUSALS = {
  400: no('The request is not valid'),
  403: no('Another site asked, or the token is missing'),
  421: no('Not addressed to this machine'),
  500: no('Something went wrong in the desk'),
};
export const NOT_FOUND = { 404: no('There is no such thing') };
