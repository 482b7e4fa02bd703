/** Ties that stand in how somebody is introduced: "a militant group in Mali", "Somalia's X", "X spokesman NAME". */
import type { Analysis } from '../analysis.js';
import { ROLE_NOUNS } from '../lexicon/relations.js';
import type { ActorEntity } from '../names/entities.js';
import { nounAt } from '../nouns.js';
import { describedBy, groupOf, placesFrom } from '../who.js';
import type { RelationBook } from './book.js';

const BAND =
  /^(?:group|movement|organi[sz]ation|militia|faction|network|outfit|insurgency|guerrilla|militant|rebel|insurgent|cell|gang|branch|affiliate|franchise|wing)$/;

/** "X, a rebel group in Y", "X is a militia in Y", "Somalia's X". */
export function groundRelations(a: Analysis, book: RelationBook): void {
  const { tokens } = a.doc;
  for (const np of a.phrases.nouns) {
    const { sentence, lemma } = tokens[np.head]!;
    const named = a.names.actorAt(np.head)?.actor;
    if (named?.kind === 'group' && np.owner >= 0) {
      const land = a.names.placeAt(nounAt(a, np.owner).head)?.place;
      if (land) book.add(named, 'operates-in', land, sentence);
    }
    if (named || !BAND.test(lemma) || !/^(?:in|across|from)$/.test(tokens[np.last]?.lower ?? '')) continue;
    const whom = describedBy(a, np);
    const group = whom && groupOf(a, whom);
    if (group) for (const place of placesFrom(a, np.last + 1)) book.add(group, 'operates-in', place, sentence);
  }
}

/** Whoever is introduced as somebody of a group, where nothing else ties him to it. */
export function affiliationRelations(a: Analysis, book: RelationBook): void {
  const tied = new Set(book.relations.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  const seen = new Set<ActorEntity>();
  for (const { actor, first, last } of a.names.actorMentions) {
    const group = actor.kind === 'person' && actor.of?.kind === 'group' ? actor.of : null;
    if (!group || last - first < 2 || seen.has(actor)) continue;
    seen.add(actor);
    const role = actor.roles.map((word) => ROLE_NOUNS.get(word)).find((each) => each?.holder === 'person');
    if (!role || tied.has(`${actor.id} ${group.id}`)) continue;
    const [from, to] = role.end === 'from' ? [actor, group] : [group, actor];
    book.add(from, role.type, to, a.doc.tokens[first]!.sentence);
  }
}
