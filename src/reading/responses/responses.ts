/** Acts of states and institutions against groups and suspects: arrests, raids, strikes, trials, designations, condemnations. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { sentenceSpan } from '../danger.js';
import { isFact } from '../facts.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { isAboutViolence } from '../incidents/relevance.js';
import type { Response } from '../schema.js';
import type { ResponseType } from '../vocabulary.js';
import { type Act, IN_MIND } from './act.js';
import { bareNouns, deathIn, namedAct, nounAct } from './by-noun.js';
import { verbAct } from './by-verb.js';
import { doersBeside } from './parties.js';
import { rewardsIn } from './rewards.js';
import { Scene } from './scene.js';

export function findResponses(a: Analysis, found: readonly IncidentFound[]): Response[] {
  if (!isAboutViolence(a)) return [];
  const scene = new Scene(a, found);
  const acts: Act[] = [];
  for (const clause of a.clauses) {
    const ordered = isOrdered(a, clause);
    if (!ordered && !isFact(a, clause) && !isSettled(a, clause) && !isFirstTo(a, clause)) continue;
    if (!ordered) for (const named of namedAct(scene, clause)) put(a, acts, named);
    const act = verbAct(scene, clause, acts) ?? otherAct(scene, clause, acts);
    if (!act || (ordered && act.type !== 'security-measure')) continue;
    put(a, acts, act);
    if (JOINT.has(act.type)) for (const by of doersBeside(a, clause, act.by)) put(a, acts, { ...act, by });
  }
  a.trace?.by('responses/responses.ts: bareNouns');
  for (const act of bareNouns(scene, acts)) put(a, acts, act);
  acts.sort((one, other) => one.sentence - other.sentence);
  a.trace?.by('responses/rewards.ts');
  for (const act of rewardsIn(scene)) put(a, acts, act);
  return acts.map((act) => {
    const response: Response = {
      type: act.type,
      by: act.by?.id ?? null,
      against: act.against.map(({ id }) => id),
      incident: act.incident,
      place: act.place?.id ?? null,
      date: act.date,
      evidence: [sentenceSpan(a, act.sentence)],
    };
    a.trace?.becomes(act, response);
    return response;
  });
}

/** Each of those who do it together has done it. */
const JOINT: ReadonlySet<ResponseType> = new Set(['condemnation', 'designation', 'sanction']);

function otherAct(scene: Scene, clause: Clause, acts: Act[]): Act | null {
  scene.a.trace?.by('responses/responses.ts: deathIn, nounAct', clause);
  return deathIn(scene, clause, acts) ?? nounAct(scene, clause, acts);
}

/** "Tunisia is to shut 80 mosques": settled for a day to come. */
function isSettled(a: Analysis, { verb, parent }: Clause): boolean {
  return (
    verb.form === 'infinitive' &&
    !verb.negated &&
    a.clauses[parent]?.verb.lemma === 'be' &&
    a.doc.tokens[verb.first - 1]?.lemma === 'be'
  );
}

/** "became the first group to be banned". */
function isFirstTo(a: Analysis, { verb, parent }: Clause): boolean {
  const governor = a.clauses[parent];
  if (
    verb.form !== 'infinitive' ||
    !verb.passive ||
    verb.negated ||
    !governor ||
    !/^(?:be|become)$/.test(governor.verb.lemma)
  )
    return false;
  return a.doc.tokens.slice(governor.verb.last, verb.first).some(({ lower }) => ORDINALS.has(lower));
}
const ORDINALS = new Set(['first', 'second', 'third', 'latest', 'only']);

const ORDERING = new Set(['order', 'instruct', 'direct', 'authorise', 'authorize', 'command', 'tell', 'ask']);

/** "instructed prefects to guard schools": an order is a measure taken. */
function isOrdered(a: Analysis, { verb, parent }: Clause): boolean {
  const governor = a.clauses[parent];
  return (
    verb.form === 'infinitive' &&
    !verb.negated &&
    governor !== undefined &&
    ORDERING.has(governor.verb.lemma) &&
    isFact(a, governor)
  );
}

/** Adds an act, or joins it to the one told before that it repeats. */
function put(a: Analysis, acts: Act[], act: Act): void {
  a.trace?.makes(act);
  const known = acts.slice(-IN_MIND).find((other) => isSame(other, act));
  if (!known) {
    acts.push(act);
    return;
  }
  a.trace?.becomes(act, known);
  known.by ??= act.by;
  known.place ??= act.place;
  known.date ??= act.date;
  if (!known.against.length || known.sentence <= 2) known.against = act.against.length ? act.against : known.against;
}

function isSame(one: Act, other: Act): boolean {
  if (one.type !== other.type || one.type === 'reward') return false;
  if (JOINT.has(one.type) && one.by && other.by && one.by !== other.by) return false;
  if (one.type === 'strike') return one.sentence === other.sentence;
  // A headline: "Four arrested in Bordeaux".
  if (one.sentence <= 2 && !one.by && !one.date && (!one.place || one.place === other.place)) return true;
  if (one.date && other.date && one.date.start !== other.date.start) return false;
  if (
    one.place &&
    other.place &&
    one.place !== other.place &&
    one.place.within !== other.place &&
    other.place.within !== one.place
  )
    return false;
  const shared = one.against.some((actor) => other.against.includes(actor));
  if (one.type === 'condemnation') return one.by === other.by;
  if (one.against.length && other.against.length && !shared) return false;
  return shared || (one.place !== null && one.place === other.place);
}
