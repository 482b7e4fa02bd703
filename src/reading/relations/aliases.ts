/** Other names: "X, also known as Y", "alias Y", "whose real name is Y", "now calls itself Y". */
import type { Analysis } from '../analysis.js';
import { textOf } from '../doc.js';
import type { ActorEntity } from '../names/entities.js';
import { nounAt } from '../nouns.js';
import { namedActor, ownerOf } from '../who.js';
import type { RelationBook } from './book.js';

/** Words right before the other name; longer ones first. */
const SIGNS = [
  'also known as',
  'better known as',
  'otherwise known as',
  'formerly known as',
  'now known as',
  'known as',
  'also called',
  'also referred to as',
  'real name is',
  'real name was',
  'proper name is',
  'nom de guerre',
  'alias',
  'a.k.a',
  'aka',
  'nicknamed',
  'calls itself',
  'call themselves',
  'renamed itself',
  'rebranded itself as',
].map((words) => words.split(' '));
const BY_FIRST = new Map<string, string[][]>();
for (const sign of SIGNS) BY_FIRST.set(sign[0]!, [...(BY_FIRST.get(sign[0]!) ?? []), sign]);

export function aliasRelations(a: Analysis, book: RelationBook): void {
  const { tokens } = a.doc;
  for (let i = 0; i < tokens.length; i++) {
    const sign = BY_FIRST.get(tokens[i]!.lower)?.find((words) =>
      words.every((word, k) => tokens[i + k]?.lower === word),
    );
    if (!sign) continue;
    const sentence = tokens[i]!.sentence;
    const other = nameAt(a, i + sign.length);
    const owner = holderBefore(a, i, sign);
    if (owner && other && (owner.kind === 'group' || owner.kind === 'person')) {
      const same = other.actor === null || other.actor.id === owner.id;
      if (!same || other.text !== owner.name)
        book.add(owner, 'also-known-as', same ? other.text : other.actor!, sentence);
    }
    i += sign.length - 1;
  }
}

/** The name that begins at token i, over quotation marks and articles. */
function nameAt(a: Analysis, i: number): { actor: ActorEntity | null; text: string } | null {
  const { tokens } = a.doc;
  let first = i;
  while (/^(?:["'“”‘’]+|the)$/.test(tokens[first]?.lower ?? '') && first < i + 3) first++;
  const mention = a.names.actorAt(first);
  if (mention && mention.first === first) return { actor: mention.actor, text: textOf(a.doc, first, mention.last) };
  const np = a.phrases.nouns[a.phrases.nounAt[first] ?? -1];
  if (!np || np.first > first || !tokens[first]!.capital) return null;
  return { actor: null, text: textOf(a.doc, first, np.last) };
}

/** Whose name it is: the subject of "calls itself", the owner of "its proper name", or the name right before. */
function holderBefore(a: Analysis, i: number, sign: readonly string[]): ActorEntity | null {
  const { tokens } = a.doc;
  const clause = a.clauses[a.clauseAt[i] ?? -1];
  if (sign[1] === 'itself' || sign[1] === 'themselves') {
    const [subject] = clause?.subjects ?? [];
    return subject === undefined ? null : namedActor(a, nounAt(a, subject));
  }
  if (sign.includes('name')) {
    const np = a.phrases.nouns[a.phrases.nounAt[i] ?? -1];
    const owner = np ? ownerOf(a, np) : null;
    if (owner) return owner;
    // "X, whose real name is Y"
    const whose = [1, 2].find((k) => tokens[i - k]?.lower === 'whose');
    if (whose === undefined) return null;
    let at = i - whose - 1;
    while (at > 0 && i - at < 8 && !a.names.actorAt(at)) at--;
    return a.names.actorAt(at)?.actor ?? null;
  }
  const opens = /^(?:,|\(|is|are|was|were)$/.test(tokens[i - 1]?.lower ?? '');
  const before = a.names.actorAt(opens ? i - 2 : i - 1);
  return before && before.last === (opens ? i - 1 : i) ? before.actor : null;
}
