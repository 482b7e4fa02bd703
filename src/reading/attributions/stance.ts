/** With what stance, and by whom, a clause says that somebody did it: as fact, as said, as believed, as denied. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { GUESSING, HEDGES } from '../lexicon/attributions.js';
import type { ActorEntity } from '../names/entities.js';
import type { NounPhrase } from '../phrases.js';
import type { Stance } from '../vocabulary.js';
import { isPassive } from '../who.js';
import { isSuspected, ownGroup } from './perpetrators.js';
import { lentBy, rulesOf, sayers } from './rules.js';
import { speakerOf } from './voices.js';

export interface Judgement {
  stance: Stance;
  by: ActorEntity | null;
}

/**
 * The judgement that stands behind "the actor did it" in a clause; null where the clause says nothing of the kind.
 * `negated`: the clause says that he did not. `np`: the phrase that names him.
 */
export function judge(
  a: Analysis,
  clause: Clause,
  actor: ActorEntity,
  negated: boolean,
  np: NounPhrase | null,
): Judgement | null {
  const governing = negated ? null : governed(a, clause, actor);
  if (governing !== null) return governing === 'nothing' ? null : governing;
  if (saidByNobody(a, clause)) return null;
  const speaker = speakerOf(a, clause);
  const own = speaker !== null && (speaker === actor || ownGroup(speaker) === actor);
  const voice = a.speakers[clause.index]?.voice;
  if (negated) return speaker && voice !== 'denies' ? { stance: 'denied', by: own ? actor : speaker } : null;
  const modal = clause.verb.modal;
  if (modal === 'could' || modal === 'may' || modal === 'might')
    return own ? null : { stance: 'possible', by: speaker };
  const said = a.clauses[a.speakers[clause.index]?.clause ?? -1];
  if (own && said && isAlleged(a, said)) return { stance: 'accused', by: speakerOf(a, said) };
  if (own) return { stance: voice === 'denies' ? 'denied' : 'claimed', by: actor };
  if (np && isSuspected(a, np)) return { stance: 'suspected', by: speaker };
  // "We think that X did it", in the report's own name
  if (!speaker) return { stance: voice === 'assesses' ? 'assessed' : 'stated', by: null };
  if (voice === 'denies') return { stance: 'denied', by: speaker };
  if (voice === 'assesses') {
    const verb = a.clauses[a.speakers[clause.index]!.clause]?.verb.lemma ?? '';
    return { stance: GUESSING.has(verb) ? 'suspected' : 'assessed', by: speaker };
  }
  return { stance: speaker.kind === 'organisation' ? 'stated' : 'accused', by: speaker };
}

/** "He allegedly told agents that he had planted it": others say that he said so. */
const isAlleged = (a: Analysis, { first, verb }: Clause): boolean =>
  a.doc.tokens.slice(first, verb.last + 1).some(({ lower }) => lower === 'allegedly');

/** "Nobody claims that the group ordered it", "X did not say that it had carried it out". */
function saidByNobody(a: Analysis, clause: Clause): boolean {
  const speaker = a.speakers[clause.index];
  if (!speaker) return false;
  if (speaker.voice === 'denies' && isNeither(a, a.clauses[speaker.clause])) return true;
  if (speaker.voice !== 'denies' && a.clauses[speaker.clause]?.verb.negated) return true;
  const { first } = a.phrases.nouns[speaker.noun]!;
  return /^(?:nobody|no|none)$/.test(a.doc.tokens[first]!.lower);
}

/** "in no position to confirm or deny that", "neither confirmed nor denied". */
const isNeither = (a: Analysis, said: Clause | undefined): boolean =>
  said !== undefined &&
  /^(?:or|nor)$/.test(a.doc.tokens[said.verb.first - 1]?.lower ?? '') &&
  a.doc.tokens[said.verb.first - 2]?.lemma === 'confirm';

/** How many verbs up the chain is followed. */
const MOST_UP = 6;

/** What the verbs over a gerund or infinitive make of it: "accused of planting", "denied carrying out", "is believed to have killed". */
function governed(a: Analysis, clause: Clause, actor: ActorEntity): Judgement | 'nothing' | null {
  let each = clause;
  for (let up = 0; up < MOST_UP && (each.verb.form === 'gerund' || each.verb.form === 'infinitive'); up++) {
    const parent = a.clauses[each.parent];
    if (!parent || parent.sentence !== clause.sentence) return null;
    const rule = rulesOf(a, parent).find((candidate) => lentBy(a, parent, candidate) !== null);
    const stance = rule ? lentBy(a, parent, rule) : parentHedge(a, parent, each);
    if (stance) {
      if (parent.verb.negated) return 'nothing';
      if (!rule) return { stance, by: speakerOf(a, parent) };
      if (rule.by === 'actor') return { stance, by: actor };
      const [by] = rule.by === 'speaker' ? [] : sayers(a, parent, rule.by);
      return { stance, by: by ?? speakerOf(a, parent) };
    }
    each = parent;
  }
  return null;
}

const parentHedge = (a: Analysis, parent: Clause, { verb }: Clause): Stance | null =>
  verb.form === 'infinitive' && HEDGES.has(parent.verb.lemma) && (isPassive(a, parent) || isHeadlined(a, parent))
    ? HEDGES.get(parent.verb.lemma)!
    : null;

/** "Blast thought to be work of X": without its "is". */
const isHeadlined = (a: Analysis, { verb }: Clause): boolean =>
  verb.past && /^(?:think|believe|suspect|presume|fear)$/.test(verb.lemma) && a.doc.tokens[verb.last]?.lower === 'to';
