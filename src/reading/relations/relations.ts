/** Ties of armed groups and their people: to each other, to those who lead, found and support them, and to places. */
import type { Analysis } from '../analysis.js';
import type { Relation } from '../schema.js';
import { aliasRelations } from './aliases.js';
import { RelationBook } from './book.js';
import { leadershipRelations, nounTies, successionRelations } from './noun-ties.js';
import { pairRelations } from './pairs.js';
import {
  adjectiveRelations,
  headRelations,
  mergedRelations,
  mergerRelations,
  recruitRelations,
  seatRelations,
} from './places.js';
import { roleRelations } from './roles.js';
import { affiliationRelations, groundRelations } from './standing.js';
import { verbRelations } from './verbs.js';

const RULES = [
  roleRelations,
  verbRelations,
  aliasRelations,
  mergerRelations,
  mergedRelations,
  seatRelations,
  adjectiveRelations,
  recruitRelations,
  headRelations,
  nounTies,
  leadershipRelations,
  successionRelations,
  pairRelations,
  groundRelations,
  affiliationRelations,
];

export function findRelations(a: Analysis): Relation[] {
  const book = new RelationBook(a);
  for (const rule of RULES) {
    a.trace?.by(`relations: ${rule.name}`);
    rule(a, book);
  }
  return book.relations;
}
