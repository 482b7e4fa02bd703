/** Other names: "X, also known as Y", "alias Y", "whose real name is Y", "now calls itself Y". */
import type { Analysis } from '../analysis.js';
import { nextMarked, textOf } from '../doc.js';
import { mark, perForm } from '../forms.js';
import type { ActorEntity } from '../names/entities.js';
import { describedBy, doersOf, groupOf, namedActor, ownerOf, properName } from '../who.js';
import type { RelationBook } from './book.js';

/** Words right before the other name; longer ones first. */
const SIGNS = [
  'also known as',
  'better known as',
  'otherwise known as',
  'formerly known as',
  'now known as',
  'known as',
  'known locally as',
  'known internationally as',
  'known widely as',
  'known simply as',
  'known officially as',
  'known formally as',
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
  'styles itself',
  'styled itself',
  'named itself',
  'refers to itself as',
  'changed its name to',
  'took the name',
  'took the name of',
  'adopted the name',
  'uses the name',
  'used the name',
  'use the name',
  'use the alias',
  'uses the alias',
  'goes by the name of',
  'goes by the name',
  'goes by the names of',
  'goes by the names',
  'go by the names',
  'uses the names',
  'uses the aliases',
  'renames itself',
  'called itself',
  'dubs itself',
  'dubbed itself',
  'rebrands itself as',
  'rechristened itself',
  'calling itself',
  'styling itself',
  'known in the past as',
  'operating as',
  'operates as',
  'goes by',
  'went by',
  'under the names of',
  'under the names',
  'under the name of',
  'under the name',
  'cover names',
  'names such as',
  'names including',
  'formerly the',
  'previously the',
  'previously known as',
  'once known as',
  'once called',
  'formerly called',
  'previously called',
  'originally called',
  'full name is',
  'referred to as',
]
  .map((words) => words.split(' '))
  .sort((one, other) => other.length - one.length);
/** Signs that are verbs or stand by one: the name is the subject's. */
const SUBJECT_SIGNS =
  /^(?:cover|names|calls?|called|dub(?:s|bed)|styles?d?|renames?d?|rechristened|rebrand(?:s|ed)|named|refers|changed|took|adopted|uses?d?|goes?|went|under|operat(?:es|ing))$/;
const BY_FIRST = new Map<string, string[][]>();
for (const sign of SIGNS) BY_FIRST.set(sign[0]!, [...(BY_FIRST.get(sign[0]!) ?? []), sign]);

const signsFrom = perForm(({ lower }) => BY_FIRST.get(lower) ?? null);
const SIGN = mark((form) => signsFrom(form) !== null);

export function aliasRelations(a: Analysis, book: RelationBook): void {
  const { tokens } = a.doc;
  for (let i = nextMarked(a.doc, SIGN, 0); i < tokens.length; i = nextMarked(a.doc, SIGN, i + 1)) {
    const sign = signsFrom(tokens[i]!.form)?.find((words) => words.every((word, k) => tokens[i + k]?.lower === word));
    if (!sign) continue;
    const sentence = tokens[i]!.sentence;
    const owner = holderBefore(a, i, sign);
    let other = nameAt(a, i + sign.length);
    while (owner && other && (owner.kind === 'group' || owner.kind === 'person')) {
      const same = other.actor === null || other.actor.id === owner.id;
      if (!same || other.text !== owner.name)
        book.add(owner, 'also-known-as', same ? other.text : other.actor!, sentence);
      other = /^(?:and|or|,)$/.test(tokens[other.last]?.lower ?? '') ? nextName(a, other.last) : null;
    }
    i += sign.length - 1;
  }
}

interface OtherName {
  actor: ActorEntity | null;
  text: string;
  /** Token behind it. */
  last: number;
}

/** "X or Y", "X, Y and Z": the next of the list, where it is a name of the same kind. */
function nextName(a: Analysis, joint: number): OtherName | null {
  const { tokens } = a.doc;
  const next = nameAt(a, joint + 1);
  const end = next ? tokens[next.last] : undefined;
  // "known as X, Y claimed": a name behind a comma that does something is another's
  const acts = tokens[joint]!.text === ',' && !/^(?:,|and|or)$/.test(end?.lower ?? '');
  return next?.actor?.kind === 'person' || acts || /^(?:VB|MD)/.test(end?.pos ?? '') ? null : next;
}

/** The name that begins at token i, over quotation marks and articles. */
function nameAt(a: Analysis, i: number): OtherName | null {
  const { tokens } = a.doc;
  let first = i;
  while (/^(?:["'“”‘’]+|the|,|:)$/.test(tokens[first]?.lower ?? '') && first < i + 3) first++;
  const mention = a.names.actorAt(first);
  if (mention && mention.first === first)
    return { actor: mention.actor, text: textOf(a.doc, first, mention.last), last: mention.last };
  const np = a.phrases.nouns[a.phrases.nounAt[first] ?? -1];
  if (!np || np.first > first || !tokens[first]!.capital) return null;
  return { actor: null, text: textOf(a.doc, first, np.last), last: np.last };
}

/** Words between a name and the sign of another. */
const BETWEEN =
  /^(?:,|\(|who|which|that|is|are|was|were|been|has|had|have|also|widely|commonly|officially|formally|formerly|originally|often|sometimes|locally|generally|otherwise|once|then|now|better|previously)$/;

/** Whose name it is: the subject of "calls itself", the owner of "its proper name", or the name right before. */
function holderBefore(a: Analysis, i: number, sign: readonly string[]): ActorEntity | null {
  const { tokens } = a.doc;
  const clause = a.clauses[a.clauseAt[i] ?? -1];
  if (SUBJECT_SIGNS.test(sign[0]!)) {
    const [subject] = clause ? doersOf(a, clause) : [];
    return subject ? (namedActor(a, subject) ?? groupOf(a, subject)) : null;
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
  // "X, which was widely known as Y"
  let end = i;
  while (end > i - 6 && BETWEEN.test(tokens[end - 1]?.lower ?? '')) end--;
  if (tokens[end - 1]?.pos === 'RB') end--;
  while (end > i - 6 && BETWEEN.test(tokens[end - 1]?.lower ?? '')) end--;
  const before = a.names.actorAt(end - 1);
  if (before && before.last === end) return before.actor;
  const unknown = a.phrases.nouns[a.phrases.nounAt[end - 1] ?? -1];
  const person = unknown && unknown.last === end ? properName(a, unknown) : null;
  if (person) return person;
  // "X, the militant known as Y"
  const described = unknown && unknown.last === end ? describedBy(a, unknown) : null;
  if (described) return namedActor(a, described);
  // "The group is also known as Y"
  const [subject] = /^(?:is|are|was|were)$/.test(tokens[end]?.lower ?? '') && clause ? doersOf(a, clause) : [];
  return subject ? namedActor(a, subject) : null;
}
