/** A mention of an act of violence: the word that tells of it and what stands around it. */
import type { Clause } from '../clauses.js';
import type { DateMention } from '../dates/dates.js';
import type { EventWord } from '../lexicon/events.js';
import type { PlaceMention } from '../names/entities.js';
import type { NounPhrase } from '../phrases.js';
import type { IncidentType, Status, WeaponType } from '../vocabulary.js';
import type { Party } from './parties.js';

export interface EventMention {
  /** Token of the word that tells of the act. */
  token: number;
  sentence: number;
  word: EventWord;
  /** The noun phrase, where the word is a noun. */
  noun: NounPhrase | null;
  /** The clause whose verb it is, or that the noun stands in. */
  clause: Clause | null;
  type: IncidentType;
  weapons: { type: WeaponType; token: number }[];
  suicide: boolean;
  status: Status;
  /** Indices of noun phrases: who does it, to whom or what, and what stands after "on", "against". */
  agents: number[];
  /** Who the agents are, with a group named before the noun ("the ISIL attack"); filled when mentions are joined. */
  parties: Party[];
  patients: number[];
  dates: DateMention[];
  places: PlaceMention[];
  /** Places that the heading of its paragraph sets. */
  scene: PlaceMention[];
  /** "the attack": told before. */
  definite: boolean;
  /** "another", "a second", "earlier": set apart from what was told before. */
  another: boolean;
  /** "attacks": more than one act, or a pattern. */
  pattern: boolean;
  /** Only tells more of an incident that is told elsewhere: "the gunmen burst in". */
  adds: boolean;
}
