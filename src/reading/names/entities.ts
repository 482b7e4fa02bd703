/** Who and where, as the names stage hands them on: actors and places with all their mentions in one report. */
import type { ActorKind, Precision } from '../vocabulary.js';

/** Tokens [first, last). */
export interface TokenSpan {
  first: number;
  last: number;
}

export interface ActorEntity {
  /** `a1`, `a2`…: in order of first mention for what is named, then as statements ask for more. */
  id: string;
  kind: ActorKind;
  /** Key in the catalogue, or null. */
  key: string | null;
  name: string;
  /** Other names, as found in the text or bound to it ("Liberation Tigers of Tamil Eelam (LTTE)"). */
  aliases: Set<string>;
  mentions: TokenSpan[];
  /** The actor whom a person speaks for or belongs to: Taliban of "Taliban spokesman Zabihullah Mujahid". */
  of: ActorEntity | null;
  /** What a person is called by office: "spokesman", "general"; lower case. */
  roles: string[];
  /** Takes "they" rather than "it" or "he". */
  plural: boolean;
  /** A common noun phrase ("police", "a health official"), not a name. */
  generic: boolean;
  /** ISO 3166-1 alpha-2 of the state whose it is, where the words say so. */
  country: string | null;
}

export interface PlaceEntity {
  /** `p1`, `p2`… in order of first mention. */
  id: string;
  key: string | null;
  name: string;
  precision: Precision;
  country: string | null;
  lat: number | null;
  lon: number | null;
  mentions: TokenSpan[];
  /** The next larger place that the text puts it in: the city of a site, the province of a village. */
  within: PlaceEntity | null;
}

export interface ActorMention extends TokenSpan {
  actor: ActorEntity;
}

export interface PlaceMention extends TokenSpan {
  place: PlaceEntity;
}
