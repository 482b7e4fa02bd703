/** What the pointer is on: an incident's id, or `place:` and a place's id. */
import type { IncidentSummary } from '../../src/desk/schema';

export const placeHover = (id: string) => `place:${id}`;

export function isHovered(hover: string | null, incident: IncidentSummary): boolean {
  return (
    hover !== null && (hover === incident.id || (incident.place !== null && hover === placeHover(incident.place.id)))
  );
}
