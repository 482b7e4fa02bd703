/** A clause: a verb with what fills its places. Found by `clauses.ts`. */
import type { VerbGroup } from './phrases.js';

export interface Prepositional {
  /** "in", "by", "according to"…, folded. */
  preposition: string;
  /** Index into `phrases.nouns`. */
  noun: number;
}

export interface Clause {
  /** Its index in the list of clauses. */
  index: number;
  sentence: number;
  verb: VerbGroup;
  /** Indices into `phrases.nouns`: the grammatical subject, with those joined to it by "and"; empty if none was found. */
  subjects: number[];
  /** Objects that follow the verb without a preposition, joined ones included. */
  objects: number[];
  prepositional: Prepositional[];
  /** "that", "after", "if", "who"…: the word that opens it, folded; null for a main clause. */
  marker: string | null;
  /** Clause whose verb governs this one ("said that…", "plans to…"), or -1. */
  parent: number;
  /** Token span from its subject or marker to its last phrase. */
  first: number;
  last: number;
}
