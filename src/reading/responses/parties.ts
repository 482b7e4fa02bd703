/** By whom and against whom: the parties of an act of a state or an institution. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { IncidentFound } from '../incidents/incidents.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isPerpetrator, isPronoun, nounAt, thingOf } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { groupOf, isArmed, namedActor, subjectsOf, wholeSpan } from '../who.js';

/** The phrases that do and that suffer the act of a clause. */
export function doers(a: Analysis, clause: Clause): NounPhrase[] {
  if (clause.verb.passive) {
    const by = clause.prepositional
      .filter(({ preposition }) => preposition === 'by')
      .map(({ noun }) => nounAt(a, noun));
    return by.slice(0, 1);
  }
  const subjects = subjectsOf(a, clause);
  // "the police last night arrested four": a time is no one; who does it stands before it.
  return subjects.flatMap((np) => {
    if (!isTime(a, np)) return [np];
    const before = a.phrases.nouns[a.phrases.nounAt[np.first - 1] ?? -1];
    return before ? [before] : [];
  });
}

export function sufferers(a: Analysis, clause: Clause): NounPhrase[] {
  const nouns = clause.verb.passive ? clause.subjects : clause.objects;
  return nouns.map((n) => nounAt(a, n)).filter((np) => !isTime(a, np));
}

const isTime = (a: Analysis, np: NounPhrase): boolean =>
  within(a.dates, np.first, np.last + 1).some(({ first }) => first <= np.head);

/** The actor who does it; null where the words name none, or a group does it. */
export function doer(a: Analysis, clause: Clause, condemns = false): ActorEntity | null {
  for (const np of doers(a, clause)) {
    if (isPronoun(a, np) && !namedActor(a, np)) continue;
    const actor = institution(a, np);
    if (actor && (condemns || actor.kind !== 'group')) return actor;
  }
  return null;
}

const INSTITUTION =
  /^(?:police|soldier|troop|army|force|military|authority|government|court|judge|prosecutor|official|officer|agent|coalition|cabinet|ministry|agency|navy|commando|security|service|sapper|policeman|investigator|gendarme|regime|state|president|minister|commission|department|company|council|committee|parliament|tribunal|jury|guard|guardsman|marine|trooper|jet|aircraft|unit|team|mission)$/;

/** The actor of a phrase that may act for a state or an institution. */
function institution(a: Analysis, np: NounPhrase): ActorEntity | null {
  const named = namedActor(a, np);
  if (named) return named;
  if (a.names.placeAt(np.head)?.place.precision === 'country') return a.names.actorFor(np.first, np.last);
  if (!INSTITUTION.test(headLemma(a, np)) && !a.doc.tokens.slice(np.first, np.last).some(({ capital }) => capital))
    return null;
  if (isPerpetrator(a, np) || isPronoun(a, np)) return null;
  return a.names.actorFor(...wholeSpan(a, np));
}

const PEOPLE =
  /^(?:people|person|man|woman|boy|girl|suspect|supporter|member|follower|teenager|youth|national|citizen|militant|other|leader|driver|accomplice|brother|student|one)$/;

/** Is the phrase people, attackers, a plot, a site? */
export function isPerson(a: Analysis, np: NounPhrase): boolean {
  const actor = namedActor(a, np);
  if (actor)
    return actor.kind === 'person' || actor.kind === 'population' || (actor.kind === 'group' && !isPronoun(a, np));
  const { tokens } = a.doc;
  if (isPerpetrator(a, np) || PEOPLE.test(headLemma(a, np)) || thingOf(a, np)?.class === 'person') return true;
  if (/^(?:he|she|him|her|who|they|them)$/.test(tokens[np.head]!.lower)) return true;
  return tokens[np.head]!.pos === 'CD' && !/\d{4}/.test(tokens[np.head]!.lower);
}

/** Fighters, suspects, people of groups; a person or pronoun that is known as the perpetrator of an incident. */
export function isAttacker(a: Analysis, np: NounPhrase, found: readonly IncidentFound[]): boolean {
  const actor = namedActor(a, np);
  if (actor && isArmed(actor)) return true;
  if (isPerpetrator(a, np) || groupOf(a, np)) return true;
  if (actor?.kind === 'person') return isSuspect(a, actor, found);
  if (!isPronoun(a, np)) return false;
  // "police shot him dead": he who did it
  const { sentence } = a.doc.tokens[np.head]!;
  return found.some(
    ({ told }) =>
      told.mentions.some((m) => sentence - m.sentence >= 0 && sentence - m.sentence <= 2) &&
      told.parties.some(({ kind }) => kind === 'perpetrators'),
  );
}

function isSuspect(a: Analysis, actor: ActorEntity, found: readonly IncidentFound[]): boolean {
  return found.some(({ told }) =>
    told.parties.some(
      (party) => party.kind === 'perpetrators' && a.names.actorAt(nounAt(a, party.noun).head)?.actor === actor,
    ),
  );
}

/** Those against whom it is done, as actors: names first, then people by their words with "of the group". */
export function against(a: Analysis, nps: NounPhrase[]): ActorEntity[] {
  const out: ActorEntity[] = [];
  const put = (actor: ActorEntity | null): void => {
    if (actor && !out.includes(actor)) out.push(actor);
  };
  const named = nps.filter((np) => a.names.actorAt(np.head)?.actor.kind === 'person');
  // "a fifth person, José X, formerly mayor": the name stands for the others
  for (const np of named.length ? named : nps) {
    const actor = namedActor(a, np);
    if (actor) put(actor);
    else if (isPronoun(a, np)) {
      if (/^(?:he|him|she|her)$/.test(a.doc.tokens[np.head]!.lower)) put(a.names.actorFor(np.first, np.last));
    } else if (isPerson(a, np)) {
      const [first, last] = wholeSpan(a, np);
      const behind = followedBy(a, np, 1)[0];
      const of =
        behind?.preposition === 'of' && nounAt(a, behind.noun).first === np.last + 1
          ? nounAt(a, behind.noun).last
          : last;
      put(a.names.actorFor(first, Math.max(last, of)));
    } else put(groupOf(a, np));
  }
  return out;
}
