import type { ActorEntity, PlaceEntity } from '../names/entities.js';
import type { DateRange } from '../schema.js';
import type { ResponseType } from '../vocabulary.js';

/** An act before it becomes a statement. */
export interface Act {
  type: ResponseType;
  by: ActorEntity | null;
  against: ActorEntity[];
  incident: string | null;
  place: PlaceEntity | null;
  date: DateRange | null;
  sentence: number;
}

/** Only so many of the latest acts are held in mind, which keeps long reports linear. */
export const IN_MIND = 40;
