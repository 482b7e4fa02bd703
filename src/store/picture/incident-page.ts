import { loadCatalogue } from '../../catalogue/catalogue.js';
import { attributionMatrix, heldReasons, tollSteps } from '../../picture/disagreement.js';
import type { IncidentPage } from '../../picture/schema-grades.js';
import { supportIn } from '../../picture/support.js';
import { gradesFor } from '../grades/grades.js';
import type { Store } from '../store.js';
import { getIncident } from './incidents.js';

/** One incident with its disagreements laid out and its statements graded. */
export async function getIncidentPage(store: Store, id: string): Promise<IncidentPage | undefined> {
  const incident = await getIncident(store, id);
  if (!incident) return undefined;
  return {
    ...incident,
    held: heldReasons(incident),
    tolls: { killed: tollSteps(incident.killed), injured: tollSteps(incident.injured) },
    matrix: attributionMatrix(incident),
    grades: await gradesFor(store.db, supportIn(incident, loadCatalogue())),
    shortened: false,
  };
}
