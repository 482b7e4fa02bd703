/** Perpetrators told by nouns: a claim of somebody's, a mastermind beside his name, a name put behind an act. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { partyOf } from '../incidents/parties.js';
import { ACTS, CLAIM_NOUNS, CLAIMANTS, DOER_NOUNS } from '../lexicon/attributions.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isDefinite, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { groupIn } from '../who.js';
import type { AttributionBook } from './book.js';
import { meant, toldIn } from './meant.js';
import { isSuspected, ownGroup } from './perpetrators.js';
import { sayers } from './rules.js';
import { judge } from './stance.js';
import { announcer } from './voices.js';

/** "A claim in the name of X appeared", "X's claim of responsibility", "a claim was posted by X". */
export function claimNouns(book: AttributionBook): void {
  const { a } = book;
  for (const np of a.phrases.nouns) {
    const stance = CLAIM_NOUNS.get(headLemma(a, np));
    if (!stance || a.doc.tokens[np.first]!.lower === 'no') continue;
    if (a.doc.tokens[np.last]?.lower === 'that' && np.owner >= 0) continue; // "X's claim that it had no part in it"
    const clause = a.clauses[a.clauseAt[np.head] ?? -1];
    if (
      !clause ||
      (clause.verb.negated && !/^(?:verify|confirm|authenticate|prove|substantiate)$/.test(clause.verb.lemma))
    )
      continue;
    const behindIt = followedBy(a, np);
    const of = behindIt.find(({ preposition }) => preposition === 'of');
    const isOfAct =
      !of ||
      /^(?:responsibility|credit|involvement|guilt)$/.test(headLemma(a, nounAt(a, of.noun))) ||
      behindIt.length > 1;
    if (!isOfAct) continue;
    const doubter = doubterOf(a, np, clause);
    const claimant = claimantOf(a, np, clause);
    const last =
      claimant || !doubter || !isDefinite(a, np)
        ? undefined
        : book.attributions.findLast(
            ({ stance: put, evidence }) =>
              put === 'claimed' && evidence[0]![0] < a.doc.tokens[a.doc.sentences[clause.sentence]!.first]!.start,
          );
    if (last) {
      const incident = book.incidents.find((each) => each.incident.id === last.incident);
      const actor = a.names.actor(last.actor);
      if (incident && actor !== doubter) book.put(incident, actor, 'denied', doubter, clause.sentence);
    }
    if (!claimant) continue;
    const isPredicate = clause.verb.lemma === 'be' && clause.subjects.some((n) => nounAt(a, n) === np); // "Its latest claim was for a bombing"
    const acts = [...behindIt, ...(isPredicate ? clause.prepositional : [])]
      .filter(({ preposition }) => preposition === 'for')
      .map(({ noun }) => nounAt(a, noun));
    const [incident] = meant(book, clause, acts, [claimant]);
    if (!incident) continue;
    book.put(incident, claimant, stance, claimant, clause.sentence);
    // "the minister dismissed the group's claim"
    if (doubter && stance === 'claimed') book.put(incident, claimant, 'denied', doubter, clause.sentence);
  }
}
/** "The president cast doubt on that claim": the one that was told last. */
export function doubts(book: AttributionBook): void {
  const { a } = book;
  for (const np of a.phrases.nouns) {
    const clause = headLemma(a, np) === 'claim' && isDefinite(a, np) ? a.clauses[a.clauseAt[np.head] ?? -1] : undefined;
    const doubter = clause && !claimantOf(a, np, clause) ? doubterOf(a, np, clause) : null;
    const { first } = a.doc.sentences[a.doc.tokens[np.head]!.sentence]!;
    const claim = doubter
      ? book.attributions.findLast(
          ({ stance, evidence }) => stance === 'claimed' && evidence[0]![0] < a.doc.tokens[first]!.start,
        )
      : undefined;
    const found = claim && book.incidents.find(({ incident }) => incident.id === claim.incident);
    if (found && claim.actor !== doubter?.id)
      book.put(found, a.names.actor(claim.actor), 'denied', doubter, clause!.sentence);
  }
}

/** Who dismisses the claim, or casts doubt on it. */
function doubterOf(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity | null {
  const { verb, objects, prepositional } = clause;
  const casts =
    /^(?:cast|throw|pour)$/.test(verb.lemma) &&
    objects.some((n) => /^(?:doubt|scorn)$/.test(headLemma(a, nounAt(a, n))));
  const at = casts ? prepositional.map(({ noun }) => noun) : DOUBTING.has(verb.lemma) ? objects : [];
  return at.some((n) => nounAt(a, n) === np) ? (sayers(a, clause, 'subject')[0] ?? null) : null;
}
const DOUBTING = new Set(['dismiss', 'reject', 'doubt', 'question', 'refute', 'dispute', 'contest', 'ridicule']);

/** The group that a claim is from: its owner, or what stands behind it or its verb. */
function claimantOf(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity | null {
  const named = np.owner >= 0 ? groupAt(a, np.owner) : null;
  if (named) return named;
  if (a.doc.tokens[np.first]!.pos === 'PRP$') {
    const group = a.names.referent(np.first, np.first + 1);
    return group?.kind === 'group' ? group : null;
  }
  const inside = groupIn(a, np.first, np.head);
  if (inside) return inside;
  const places = [
    ...followedBy(a, np),
    ...(clause.subjects.some((n) => nounAt(a, n) === np) ? clause.prepositional : []),
  ];
  for (const { preposition, noun } of places) {
    const group = CLAIMANTS.has(preposition) ? groupAt(a, noun) : null;
    if (group) return group;
  }
  return null;
}

function groupAt(a: Analysis, n: number): ActorEntity | null {
  const party = partyOf(a, n);
  return party.kind === 'group' ? party.actor : null;
}

/** "the group behind the attack, X", "X, the alleged mastermind of the attack": those who did it, by a noun beside a name. */
export function doerNouns(book: AttributionBook): void {
  const { a } = book;
  const { tokens } = a.doc;
  for (const np of a.phrases.nouns) {
    const lemma = headLemma(a, np);
    const isBehind = tokens[np.last]?.lower === 'behind';
    const lent = DOER_NOUNS.get(lemma) ?? (isBehind ? 'told' : undefined);
    if (!lent) continue;
    const clause = a.clauses[a.clauseAt[np.head] ?? -1];
    if (!clause) continue;
    const chain = followedBy(a, np);
    const [of] = chain;
    const ofAct = of && /^(?:of|behind|in|for)$/.test(of.preposition) ? toldIn(book, nounAt(a, of.noun)) : [];
    if (!ofAct.length && (of || !isDefinite(a, np) || !DOER_NOUNS.has(lemma) || WRITERS.test(lemma))) continue;
    const end = chain.length ? nounAt(a, chain.at(-1)!.noun) : np;
    if (!chain.length && isOpen(a, end.last)) continue;
    for (const actor of besideOf(a, np, end)) {
      // "its ringleader, X,": of the act that is being told
      const [incident] = ofAct.length ? ofAct : meant(book, clause, [], [actor]);
      if (!incident) continue;
      const judged =
        isSuspected(a, np) || lent === 'suspected'
          ? suspectedBy(a, clause, actor, np)
          : judge(a, clause, actor, false, np);
      if (judged) book.put(incident, ownGroup(actor), judged.stance, judged.by, clause.sentence);
    }
  }
}

/** "the suspect, the minister said": what the comma opens goes on. */
function isOpen(a: Analysis, comma: number): boolean {
  const mention = a.doc.tokens[comma]?.text === ',' ? a.names.actorAt(comma + 1) : null;
  return mention !== null && !/^[,.;:()–—-]$/.test(a.doc.tokens[mention.last]?.text ?? '.');
}

/** Those who write, too. */
const WRITERS = /^(?:author|brain|brains|architect|organi[sz]er)$/;

const suspectedBy = (a: Analysis, clause: Clause, actor: ActorEntity, np: NounPhrase): ReturnType<typeof judge> => {
  const judged = judge(a, clause, actor, false, np);
  if (judged?.stance === 'accused') return { stance: 'suspected', by: judged.by };
  return judged?.stance === 'stated' ? { stance: 'suspected', by: judged.by } : judged;
};

/** The group or person named beside the phrase by a comma: before it, or behind what hangs on it. */
function besideOf(a: Analysis, np: NounPhrase, act: NounPhrase): ActorEntity[] {
  const { tokens } = a.doc;
  const behindIt = tokens[act.last]?.text === ',' ? a.names.actorAt(act.last + 1) : null;
  const own = a.names.actorAt(np.head + 1);
  const before =
    tokens[np.first - 1]?.text === ',' ? within(a.names.actorMentions, np.first - 8, np.first - 1).at(-1) : null;
  const joins =
    before &&
    tokens.slice(before.last, np.first - 1).every(({ pos, text }) => pos === 'CD' || text === ',' || text === ')');
  return [behindIt, own, joins ? before : null]
    .flatMap((mention) => (mention ? [mention.actor] : []))
    .filter(({ kind }) => kind === 'group' || kind === 'person')
    .slice(0, 1);
}

/** "X behind the blast": in a heading or a note, without a verb. */
export function placedBehind(book: AttributionBook): void {
  const { a } = book;
  const { tokens } = a.doc;
  for (const { actor, first, last } of a.names.actorMentions) {
    if (actor.kind !== 'group' || tokens[last]?.lower !== 'behind') continue;
    const n = a.phrases.nounAt[last + 1] ?? -1;
    const act = n >= 0 ? nounAt(a, n) : null;
    if (!act || !(toldIn(book, act).length || ACTS.has(headLemma(a, act)))) continue;
    const { sentence } = tokens[first]!;
    const clause = a.clauses[a.clauseAt[first] ?? -1];
    if (clause && clause.sentence === sentence && clause.verb.first < first) continue;
    const by = announcer(a, sentence, first);
    const [incident] = clause ? meant(book, clause, [act], [actor]) : toldIn(book, act);
    const found = incident ?? book.main;
    if (found) book.put(found, actor, by ? 'accused' : 'stated', by, sentence);
  }
}
