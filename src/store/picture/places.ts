import { loadCatalogue } from '../../catalogue/catalogue.js';
import type { IncidentSummary, PlacePage, PlaceRef } from '../../picture/schema.js';
import type { Store } from '../store.js';
import { incidentsWith, warningsWith } from './roles.js';
import { firstTellings } from './tellings.js';

/** What happened at a place or in a country or province, and what was warned of there; the newest first. */
export async function getPlace(store: Store, id: string): Promise<PlacePage | undefined> {
  const [incidents, warnings] = await Promise.all([incidentsWith(store, id), warningsWith(store, id)]);
  if (incidents.length === 0 && warnings.length === 0) return undefined;
  const place = knownPlace(id) ?? toldPlace(id, incidents, warnings);
  if (!place) return undefined;
  const told = await firstTellings(store, incidents);
  return { place, incidents: incidents.map((one) => ({ ...one, told: told.get(one.id) ?? null })), warnings };
}

function knownPlace(id: string): PlaceRef | undefined {
  const known = loadCatalogue().place(id);
  if (!known) return undefined;
  const { name, precision, country, lat, lon } = known;
  return { id, name, precision, country, lat, lon };
}

/** The place as the reports have it, where the catalogue does not know it. */
function toldPlace(
  id: string,
  incidents: readonly IncidentSummary[],
  warnings: PlacePage['warnings'],
): PlaceRef | undefined {
  const told = [
    ...incidents.flatMap(({ place }) => place ?? []),
    ...warnings.flatMap(({ place }) => place.map(({ value }) => value)),
  ];
  return told.find((place) => place.id === id);
}
