/** Acts told by a noun: "conducted 23 strikes on X", "was killed in a raid", "an air strike destroyed …". */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { ACT_NOUNS, DOING, NAMED_ACTS, ONLY_AGAINST, STRIKE_MODIFIERS, STRIKING } from '../lexicon/responses.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { ResponseType } from '../vocabulary.js';
import { groupIn, groupOf, namedActor } from '../who.js';
import { type Act, IN_MIND } from './act.js';
import { against, doer, isAttacker, isMeans, isPerson } from './parties.js';
import type { Scene } from './scene.js';
import { dateOf, placeOf } from './setting.js';
import { institutionSpeaking, lately } from './whose.js';

const DYING = new Set([
  'die',
  'perish',
  'fall',
  'kill',
  'shoot',
  'eliminate',
  'neutralize',
  'neutralise',
  'gun',
  'slay',
]);
const FIGHTS = new Set(
  `gunfight shootout shoot-out firefight clash gunbattle gun-battle battle siege exchange encounter skirmish operation raid sweep assault
  crackdown ambush fire`.split(/\s+/),
);

/** "was killed in a U.S. drone strike", "died after a gunfight with police", "shot in clearance operations". */
export function deathIn(scene: Scene, clause: Clause, acts: Act[]): Act | null {
  const { a } = scene;
  const { lemma, passive } = clause.verb;
  if (!DYING.has(lemma) || (!passive && !/^(?:die|perish|fall)$/.test(lemma))) return null;
  const nps = clause.subjects.map((n) => nounAt(a, n));
  const attacker = nps.some((np) => isAttacker(scene, np));
  const named = nps.length === 1 && isNamed(a, nps[0]!);
  if (!attacker && !named) return null;
  for (const { preposition, noun } of clause.prepositional) {
    const np = nounAt(a, noun);
    if (!/^(?:in|by|after|during)$/.test(preposition)) continue;
    const with_ = followedBy(a, np, 1).find((behind) => behind.preposition === 'with');
    const fight = FIGHTS.has(headLemma(a, np));
    const struck = actOf(a, np) ?? (preposition === 'by' && isMeans(a, np) && ownInside(a, np) ? 'strike' : null);
    if (!fight && !struck) continue;
    // Who is not known for an attacker is one where a strike or the forces were after him.
    if (!attacker && struck !== 'strike' && !(with_ && isForce(a, nounAt(a, with_.noun)))) continue;
    const other = with_ ? nounAt(a, with_.noun) : null;
    const by = other
      ? a.names.actorFor(other.first, other.last)
      : (ownInside(a, np) ?? institutionSpeaking(a, clause) ?? lately(acts, clause));
    if (by?.kind === 'group') return null;
    return {
      type: struck === 'strike' ? 'strike' : 'killing',
      by,
      against: against(scene, nps, by),
      incident: null,
      place: placeOf(scene, clause, 'killing'),
      date: dateOf(scene, clause),
      sentence: clause.sentence,
    };
  }
  return null;
}

/** "Tamerlan, 26", "Abu Yahya". */
const isNamed = (a: Analysis, np: NounPhrase): boolean => {
  const kind = a.names.actorAt(np.head)?.actor.kind;
  return kind === 'person' || (kind === undefined && a.doc.tokens[np.head]!.pos === 'NNP');
};

const isForce = (a: Analysis, np: NounPhrase): boolean =>
  /^(?:police|soldier|troop|army|force|officer|commando|policeman)$/.test(headLemma(a, np));

/** "conducted 23 strikes against X", "one strike destroyed …", "launched further raids". */
export function nounAct(scene: Scene, clause: Clause, acts: Act[]): Act | null {
  const { a } = scene;
  const { lemma, particle, passive } = clause.verb;
  const verb = particle ? `${lemma}_${particle}` : lemma;
  const nouns = (
    DOING.has(verb)
      ? passive
        ? clause.subjects
        : clause.objects
      : (STRIKING.has(verb) || leavesDead(a, clause)) && !passive
        ? clause.subjects
        : []
  ).map((n) => nounAt(a, n));
  const np =
    nouns.find((n) => actOf(a, n) !== null) ?? (STRIKING.has(verb) && !passive ? strikeOpening(a, clause) : undefined);
  if (!np) return null;
  const type = actOf(a, np)!;
  const previous = acts.slice(-IN_MIND).findLast((act) => act.type === type);
  const by =
    (DOING.has(verb) ? doer(scene, clause, type) : null) ??
    ownInside(a, np) ??
    institutionSpeaking(a, clause) ??
    previous?.by ??
    null;
  if (groupDoes(a, clause, verb) || (!by && !isMilitary(a, np))) return null;
  const behind = followedBy(a, np, 4).filter(({ preposition }) => preposition === 'against' || preposition === 'on');
  const whom = behind.map(({ noun }) => groupOf(a, nounAt(a, noun))).filter((group) => group !== null);
  if (!whom.length && ONLY_AGAINST.has(headLemma(a, np))) return null;
  const inside = whom.length ? null : groupHit(a, clause, np);
  return {
    type,
    by,
    against: [...new Set(whom.length ? whom : inside ? [inside] : (previous?.against ?? []))],
    incident: null,
    place: placeOf(scene, clause, type),
    date: dateOf(scene, clause) ?? previous?.date ?? null,
    sentence: clause.sentence,
  };
}

/** "had left 13 fighters dead". */
function leavesDead({ doc: { tokens, sentences } }: Analysis, { verb, sentence }: Clause): boolean {
  if (verb.lemma !== 'leave') return false;
  const end = Math.min(sentences[sentence]!.last, verb.last + 9);
  for (let i = verb.last; i < end; i++) if (tokens[i]!.lower === 'dead') return true;
  return false;
}

/** "A series of air strikes on X this week in Y province killed": the strike with which the sentence opens. */
function strikeOpening(a: Analysis, { index, sentence, verb }: Clause): NounPhrase | undefined {
  if (a.clauses[index - 1]?.sentence === sentence) return undefined;
  return within(a.phrases.nouns, a.doc.sentences[sentence]!.first, verb.first).find((np) => actOf(a, np) === 'strike');
}

/** "The arrest of two men in X", "after the capture of Y": acts told by their noun alone. */
export function namedAct(scene: Scene, clause: Clause): Act[] {
  const { a } = scene;
  const out: Act[] = [];
  const nouns = [
    ...clause.subjects,
    ...clause.objects,
    ...clause.prepositional.filter(({ preposition }) => TOLD.test(preposition)).map(({ noun }) => noun),
  ];
  for (const n of nouns) {
    const np = nounAt(a, n);
    const type = NAMED_ACTS.get(headLemma(a, np));
    if (!type || a.doc.tokens[np.last]?.lower !== 'of') continue;
    const of = a.phrases.nouns[a.phrases.nounAt[np.last + 1] ?? -1];
    if (!of || !isPerson(a, of) || !(type === 'arrest' || isAttacker(scene, of))) continue;
    const agent = followedBy(a, np).find(({ preposition }) => preposition === 'by');
    const by = agent
      ? a.names.actorFor(nounAt(a, agent.noun).first, nounAt(a, agent.noun).last)
      : (ownInside(a, np) ?? institutionSpeaking(a, clause));
    if (by?.kind === 'group') continue;
    out.push({
      type,
      by,
      against: against(scene, [of], by),
      incident: null,
      place: placeOf(scene, clause, type),
      date: dateOf(scene, clause),
      sentence: clause.sentence,
    });
  }
  return out;
}
/** "calls for the arrest of" tells of none. */
const TOLD = /^(?:after|following|since|with|by|in|over|to)$/;

export function actOf(a: Analysis, np: NounPhrase): ResponseType | null {
  const { tokens } = a.doc;
  const type = ACT_NOUNS.get(headLemma(a, np)) ?? null;
  if (type !== 'strike' || tokens[np.head]!.lemma !== 'strike') return type;
  for (let i = np.first; i < np.head; i++) {
    const { lower, pos } = tokens[i]!;
    if (STRIKE_MODIFIERS.has(lower) || pos === 'CD' || a.names.actorAt(i)) return type;
  }
  return null;
}

/** "an air strike", "a U.S. raid", whoever flew it. */
const isMilitary = (a: Analysis, np: NounPhrase): boolean =>
  headLemma(a, np) === 'airstrike' ||
  a.doc.tokens.slice(np.first, np.head).some(({ lower }) => STRIKE_MODIFIERS.has(lower));

/** "a U.S. strike", "French raids": whose the act is. */
function ownInside(a: Analysis, np: NounPhrase): ActorEntity | null {
  for (let i = np.first; i < np.head; i++) {
    const actor = a.names.actorAt(i)?.actor;
    if (actor) return actor.kind === 'group' ? null : actor;
    if (a.names.placeAt(i)?.place.precision === 'country') return a.names.actorFor(i, i + 1);
    const nation = a.doc.tokens[i]!.capital ? a.names.actorFor(i, i + 1) : null;
    if (nation?.kind === 'government') return nation;
  }
  return null;
}

const groupDoes = (a: Analysis, clause: Clause, verb: string): boolean =>
  DOING.has(verb) && clause.subjects.some((n) => namedActor(a, nounAt(a, n))?.kind === 'group');

/** The group that the strike hits, from the objects of its verb. */
function groupHit(a: Analysis, clause: Clause, np: NounPhrase): ActorEntity | null {
  const { last } = a.doc.sentences[clause.sentence]!;
  const named = groupIn(a, np.last, last);
  if (named) return named;
  const person = within(a.names.actorMentions, clause.verb.last, last).find(({ actor }) => actor.kind === 'person');
  return person && STRIKING.has(clause.verb.lemma) ? person.actor : null;
}

/** "A self-defense strike on behalf of …", "Air interdiction at X": an act by its noun in a sentence without a verb, or as its subject. */
export function bareNouns(scene: Scene, acts: readonly Act[]): Act[] {
  const { a } = scene;
  const { sentences, tokens } = a.doc;
  const out: Act[] = [];
  const told = new Set(acts.map(({ sentence }) => sentence));
  let before = 0;
  for (const np of a.phrases.nouns) {
    const { sentence } = tokens[np.head]!;
    const type = (a.clauseAt[np.head] ?? -1) < 0 ? actOf(a, np) : null;
    if (!type || np.first - sentences[sentence]!.first > 3 || told.has(sentence)) continue;
    while (before < acts.length && acts[before]!.sentence < sentence) before++;
    const whom = followedBy(a, np, 4)
      .filter(({ preposition }) => preposition === 'against' || preposition === 'on')
      .map(({ noun }) => groupOf(a, nounAt(a, noun)))
      .filter((group) => group !== null);
    if (!whom.length && ONLY_AGAINST.has(headLemma(a, np))) continue;
    const previous = acts[before - 1];
    const by = ownInside(a, np) ?? previous?.by ?? scene.ownVoice;
    const own = groupIn(a, np.last, sentences[sentence]!.last);
    out.push({
      type,
      by: by?.kind === 'group' ? null : by,
      against: [...new Set(whom.length ? whom : own ? [own] : [])],
      incident: null,
      ...scene.headed(sentence, np),
      sentence,
    });
  }
  return out;
}
