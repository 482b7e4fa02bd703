/** Whom a noun phrase puts forward as a perpetrator. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { clausesIn } from '../facts.js';
import { isCompatriot, partyOf } from '../incidents/parties.js';
import { SUSPECTING } from '../lexicon/attributions.js';
import type { ActorEntity } from '../names/entities.js';
import { followedBy, headLemma, isPerpetrator, isPronoun, nounAt, thingOf } from '../nouns.js';
import { groupVoice } from '../own-voice.js';
import type { NounPhrase } from '../phrases.js';
import { isOfficial, properName } from '../who.js';
import { oneself, SPEAKER_OF_OWN, speakerOf, spokenForBy } from './voices.js';

/** The group, or the person, that could be a perpetrator; nothing for an office. */
export function actorsOf(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity[] {
  const n = a.phrases.nounAt[np.head]!;
  if (SPEAKER_OF_OWN.has(a.doc.tokens[np.first]!.lower)) {
    const speaker = speakerOf(a, clause) ?? groupVoice(a);
    return speaker ? [ownGroup(speaker)] : [];
  }
  const beside = isOneOf(a, np) ? (nameCalled(a, np) ?? nameBehind(a, np)) : null;
  if (beside) return [beside];
  const self = isPronoun(a, np) ? oneself(a, np) : null;
  if (self?.kind === 'group') return [self];
  if (HE.has(a.doc.tokens[np.head]!.lower)) return self ? [self] : culpritMeant(a, np);
  const verb = clause.verb.form === 'gerund' ? a.clauses[clause.parent]?.verb.lemma : clause.verb.lemma;
  const men = /^(?:they|them|both)$/.test(a.doc.tokens[np.head]!.lower) ? lastNames(a, np, TRIED.has(verb ?? '')) : [];
  if (men.length > 1) return men;
  if (self) return [self];
  if (a.doc.tokens[np.head]!.lower === 'both' && np.last - np.first === 1) {
    const groups = lastGroups(a, np.first);
    if (groups.length === 2) return groups;
  }
  // "lay it at X's door"
  if (np.owner >= 0 && /^(?:door|doorstep|foot)$/.test(headLemma(a, np)))
    return actorsOf(a, nounAt(a, np.owner), clause);
  const party = partyOf(a, n);
  if (party.kind === 'group') return [party.actor];
  const whole = memberOf(a, np);
  if (whole) return [whole];
  const named = a.names.actorAt(np.head)?.actor;
  const spokenFor = named && named.kind !== 'organisation' ? null : spokenForBy(a, np, clause);
  if (spokenFor) return [spokenFor];
  if (named) return [named];
  if (party.kind === 'perpetrators') return [party.group ?? a.names.actorFor(np.first, np.last)];
  const referred = a.names.referent(np.first, np.last) ?? properName(a, np) ?? surname(a, np);
  if (referred) return [referred];
  if (a.names.placeAt(np.head)?.place.precision === 'country') {
    const state = a.names.actorFor(np.first, np.last);
    return state.kind === 'government' ? [state] : [];
  }
  const isSomebody =
    (!isPronoun(a, np) && thingOf(a, np)?.class === 'person') || a.doc.tokens[np.head]!.lower.endsWith('-old');
  return isSomebody ? [a.names.actorFor(np.first, np.last)] : [];
}

/** "Members were implicated in it", of the group with which the sentence before begins. */
function memberOf(a: Analysis, { first, last, head }: NounPhrase): ActorEntity | null {
  const { tokens, sentences } = a.doc;
  const { sentence, lower } = tokens[head]!;
  const before = sentences[sentence - 1];
  if (last - first !== 1 || !before || before.paragraph !== sentences[sentence]!.paragraph) return null;
  if (!/^(?:members|fighters|militants|followers|adherents|supporters|gunmen|cadres)$/.test(lower)) return null;
  const named = within(a.names.actorMentions, before.first, before.first + 4)[0]?.actor;
  return named?.kind === 'group' ? named : null;
}

/** Verbs of what courts and police do to people. */
const TRIED = new Set(
  'convict sentence charge accuse indict try jail imprison acquit clear execute hang arrest find arraign'.split(' '),
);

/** "They were convicted", behind "the arrest of A B and C D": the men whom the sentence before names one after another. */
function lastNames(a: Analysis, np: NounPhrase, tried: boolean): ActorEntity[] {
  const { sentence } = a.doc.tokens[np.head]!;
  const before = a.doc.sentences[sentence - 1];
  if (!before) return [];
  // what "they" do besides may be told of a group that the sentence names too
  if (!tried && within(a.names.actorMentions, before.first, np.first).some(({ actor }) => actor.kind === 'group'))
    return [];
  const out: ActorEntity[] = [];
  let end = -1;
  for (const each of within(a.phrases.nouns, before.first, before.last)) {
    const named = a.names.actorAt(each.head)?.actor ?? properName(a, each);
    if (named?.kind !== 'person' || isOfficial(named)) continue;
    if (end >= 0 && !a.doc.tokens.slice(end, each.first).every(({ lower, pos }) => lower === ',' || pos === 'CC'))
      out.length = 0;
    out.push(named);
    end = each.last;
  }
  return out;
}

/** "both": the two groups named last, in the sentence or the one before. */
function lastGroups(a: Analysis, token: number): ActorEntity[] {
  const { first } = a.doc.sentences[Math.max(0, a.doc.tokens[token]!.sentence - 1)]!;
  const named = within(a.names.actorMentions, first, token).flatMap(({ actor }) =>
    actor.kind === 'group' ? [actor] : [],
  );
  return [...new Set(named.reverse())].slice(0, 2);
}

const isOneOf = (a: Analysis, np: NounPhrase): boolean =>
  /^(?:one|another)$/.test(a.doc.tokens[np.head]!.lower) ||
  (/^an?$/.test(a.doc.tokens[np.first]!.lower) &&
    (isMan(a, np) || isCompatriot(a, np) || thingOf(a, np)?.class === 'person'));

/** "a Syrian named Salih Necar": the name. */
function nameCalled(a: Analysis, np: NounPhrase): ActorEntity | null {
  if (!/^(?:named|called)$/.test(a.doc.tokens[np.last]?.lower ?? '')) return null;
  const name = a.phrases.nouns[a.phrases.nounAt[np.last + 1] ?? -1];
  return name ? (a.names.actorAt(name.head)?.actor ?? properName(a, name)) : null;
}

/** "one of them, Saiful Islam, confessed": the name between commas. */
function nameBehind(a: Analysis, np: NounPhrase): ActorEntity | null {
  const [of] = followedBy(a, np, 1);
  const comma = of ? nounAt(a, of.noun).last : np.last;
  const name = a.doc.tokens[comma]?.text === ',' ? a.phrases.nouns[a.phrases.nounAt[comma + 1] ?? -1] : undefined;
  if (!name || a.doc.tokens[name.last]?.text !== ',') return null;
  const named = a.names.actorAt(name.head)?.actor ?? properName(a, name);
  return named?.kind === 'person' || named?.kind === 'group' ? named : null;
}

/** Tokens back in which the whole name of a man stands who is then called by the last of it. */
const NAMED_BACK = 400;

/** "Naim is held to have ordered it", of Bahrun Naim, whom no list knows. */
function surname(a: Analysis, { first, last, head }: NounPhrase): ActorEntity | null {
  const { tokens } = a.doc;
  const { text, pos } = tokens[head]!;
  if (last - first !== 1 || pos !== 'NNP') return null;
  for (let i = first - 1; i > Math.max(0, first - NAMED_BACK); i--) {
    if (tokens[i]!.text !== text) continue;
    const whole = a.phrases.nouns[a.phrases.nounAt[i] ?? -1];
    const named = whole && whole.last === i + 1 ? properName(a, whole) : null;
    if (named) return named;
  }
  return null;
}

/** "The minister, X, told the press that …": is the token within the one who speaks? */
const hasSpoken = (a: Analysis, token: number): boolean =>
  clausesIn(a, a.doc.tokens[token]!.sentence).some(({ index }) => {
    const speaker = a.speakers[index];
    const said = speaker && a.clauses[speaker.clause];
    return said ? nounAt(a, speaker.noun).first <= token && token < said.verb.first : false;
  });

/** Told by words that are no name: "a man", "police"; "Adil Dar", whom no list knows, is a name. */
export const isNameless = ({ generic, name }: ActorEntity): boolean =>
  generic && !/^\p{Lu}\S*(?: \S+)* \p{Lu}\S*$/u.test(name);

const HE = new Set(['he', 'him', 'she', 'her']);
/** Sentences back in which a culprit may be named. */
const BACK = 3;

/** "he", "him" of somebody who is accused: not the judge or the minister who was named last. */
function culpritMeant(a: Analysis, np: NounPhrase): ActorEntity[] {
  const same = subjectSoFar(a, np);
  if (same) return [same];
  const referred = a.names.referent(np.first, np.last);
  const lately = referred?.mentions.findLast(({ first }) => first < np.first);
  if (referred && !isOfficial(referred) && !(lately && hasSpoken(a, lately.first))) return [referred];
  const { sentence } = a.doc.tokens[np.head]!;
  const { first } = a.doc.sentences[Math.max(0, sentence - BACK)]!;
  const named = within(a.names.actorMentions, first, np.first).findLast(
    ({ actor, first: at }) => actor.kind === 'person' && !isOfficial(actor) && !hasSpoken(a, at),
  );
  if (named) return [named.actor];
  const unlisted = clausesIn(a, sentence)
    .flatMap(({ subjects }) => subjects.map((n) => nounAt(a, n)))
    .findLast((each) => each.last <= np.first && each.last - each.first > 1 && properName(a, each));
  if (unlisted) return [a.names.actorFor(unlisted.first, unlisted.last)];
  const suspect = within(a.phrases.nouns, first, np.first).findLast(
    (each) => isPerpetrator(a, each) && a.doc.tokens[each.head]!.pos === 'NN',
  );
  return suspect ? [a.names.actorFor(suspect.first, suspect.last)] : [];
}

/** "Chudhary told agents that he planned …": the man whom the sentence has named by his last name as the one who acts. */
function subjectSoFar(a: Analysis, np: NounPhrase): ActorEntity | null {
  const before = clausesIn(a, a.doc.tokens[np.head]!.sentence)
    .filter(({ verb }) => verb.last <= np.first)
    .flatMap(({ subjects }) => subjects.map((n) => nounAt(a, n)));
  const said = before.findLast(
    (each) => each.last <= np.first && a.doc.tokens[each.head]!.pos === 'NNP' && !a.names.actorAt(each.head),
  );
  if (!said) {
    // "The elder brother told police that he alone …"
    const man = before.findLast((each) => each.last <= np.first && isMan(a, each));
    return man ? a.names.actorFor(man.first, man.last) : null;
  }
  const named = surname(a, said) ?? properName(a, said);
  if (named || said.last - said.first > 1 || a.names.placeAt(said.head)) return named;
  const actor = a.names.actorFor(said.first, said.last);
  return actor.kind === 'person' ? actor : null;
}

/** "the elder brother", "the driver": one man who is told of, no official. */
const isMan = (a: Analysis, np: NounPhrase): boolean =>
  a.doc.tokens[np.head]!.pos === 'NN' &&
  /^(?:brother|cousin|son|father|husband|defendant|accused|driver|man|woman|student|teenager|youth|convert|gunman|bomber|attacker|suspect)$/.test(
    headLemma(a, np),
  );

/** A person of a group stands for it when he claims or denies. */
export const ownGroup = (actor: ActorEntity): ActorEntity =>
  actor.kind !== 'group' && actor.of?.kind === 'group' ? actor.of : actor;

/** "suspected X gunmen", "an alleged member of X". */
export function isSuspected(a: Analysis, np: NounPhrase): boolean {
  for (let i = Math.max(0, np.first - 1); i <= np.head; i++) if (SUSPECTING.has(a.doc.tokens[i]!.lower)) return true;
  return false;
}
