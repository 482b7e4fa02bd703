/** Perpetrators told without a verb of claiming or blaming: as doers, as those behind it, as people of a group. */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { partyOf } from '../incidents/parties.js';
import { ACTS, BEHIND, DONE, PLANTED } from '../lexicon/attributions.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, isDefinite, isPerpetrator, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import type { Stance } from '../vocabulary.js';
import { doersOf, groupIn, namedActor, topicOf } from '../who.js';
import type { AttributionBook } from './book.js';
import { OPEN } from './frames.js';
import { isPattern, meant, toldIn } from './meant.js';
import { actorsOf, isNameless, ownGroup } from './perpetrators.js';
import { judge } from './stance.js';
import { oneself, SPEAKER_OF_OWN, speakerOf } from './voices.js';

/** "X was behind the attack", "X is responsible for it", "X was to blame". */
export function behind(book: AttributionBook, clause: Clause): void {
  const { a } = book;
  const { tokens } = a.doc;
  if (clause.verb.lemma !== 'be') return;
  let i = clause.verb.last;
  while (tokens[i]?.pos === 'RB' || /^(?:likely|most|also)$/.test(tokens[i]?.lower ?? '')) i++;
  const blamed = tokens[i]?.lower === 'to' && tokens[i + 1]?.lower === 'blame';
  if (!blamed && !BEHIND.has(tokens[i]?.lower ?? '')) return;
  const of = a.phrases.nouns[a.phrases.nounAt[i + (blamed || tokens[i]!.lower !== 'behind' ? 2 : 1)] ?? -1];
  tell(book, clause, doersOf(a, clause), of ? [of] : [], clause.verb.negated);
}

const DOING = new Set(['work', 'handiwork', 'doing', 'deed', 'responsibility', 'operation']);
const POINTING = new Set(['this', 'it', 'that']);

/** '"This was X," said the mayor', "It was X who did it": the act pointed at, and who it was. */
export function itWas(book: AttributionBook, clause: Clause): void {
  const { a } = book;
  const [subject] = clause.subjects;
  if (clause.verb.lemma !== 'be' || subject === undefined || !clause.objects.length) return;
  if (!POINTING.has(a.doc.tokens[nounAt(a, subject).head]!.lower) || nounAt(a, subject).last > clause.verb.first)
    return;
  const np = nounAt(a, clause.objects[0]!);
  // "this was their doing", "that was the group's work"
  if (DOING.has(headLemma(a, np)) && (np.owner >= 0 || a.doc.tokens[np.first]!.pos === 'PRP$')) {
    const owner = np.owner >= 0 ? nounAt(a, np.owner) : { ...np, last: np.first + 1, head: np.first };
    tell(book, clause, [owner], [], clause.verb.negated);
    return;
  }
  const named = a.names.actorAt(np.head)?.actor ?? (isDefinite(a, np) ? a.names.referent(np.first, np.last) : null);
  if (np.first < clause.verb.last || named?.kind !== 'group') return;
  // "It is a member of X" tells of a group, "It was X who" of the deed; without "who" only somebody's words do.
  const cleft = /^(?:who|that|which)$/.test(a.doc.tokens[np.last]?.lower ?? '');
  if (cleft || speakerOf(a, clause)) tell(book, clause, [np], [], clause.verb.negated);
}

/** "The gunmen were members of X", "the attackers belonged to X", "the bomber was from X". */
export function belonging(book: AttributionBook, clause: Clause): void {
  const { a } = book;
  const { lemma } = clause.verb;
  if (!/^(?:be|belong|come|hail)$/.test(lemma)) return;
  const attackers = clause.subjects
    .map((n) => nounAt(a, n))
    .filter((np) => isPerpetrator(a, np) || (isDefinite(a, np) && /^(?:author|culprit|cell)$/.test(headLemma(a, np))));
  if (!attackers.length) return;
  const { last } = a.doc.sentences[clause.sentence]!;
  const next = a.clauses[clause.index + 1];
  const end = next?.sentence === clause.sentence ? next.verb.first : last;
  const group = groupIn(a, clause.verb.last, end) ?? ownGroupAfter(book, clause);
  if (!group) return;
  for (const incident of meant(book, clause, [], [group])) {
    const judged = judge(a, clause, group, clause.verb.negated, attackers[0]!);
    if (judged) book.put(incident, group, judged.stance, judged.by, clause.sentence);
  }
}

/** "said the attackers were its soldiers": the group that "its" refers to. */
function ownGroupAfter({ a }: AttributionBook, clause: Clause): ActorEntity | null {
  for (const n of clause.objects) {
    const party = partyOf(a, n);
    if (party.kind === 'perpetrators' && party.group) return party.group;
  }
  return null;
}

function tell(book: AttributionBook, clause: Clause, nps: NounPhrase[], acts: NounPhrase[], negated: boolean): void {
  if (OPEN.has(clause.marker ?? '')) return;
  for (const np of nps) {
    for (const named of actorsOf(book.a, np, clause)) {
      const actor = ownGroup(named);
      if (actor.kind === 'population' || actor.kind === 'organisation') continue;
      const judged = judge(book.a, clause, actor, negated, np);
      if (!judged || (judged.stance === 'stated' && actor.kind !== 'group' && isNameless(actor))) continue;
      for (const incident of meant(book, clause, acts, [actor]))
        book.put(incident, actor, judged.stance, judged.by, clause.sentence);
    }
  }
}

/** "X said that its men had done it", "they carried it out": an act named by a pronoun only. */
export function didIt(book: AttributionBook, clause: Clause): void {
  const { a } = book;
  const { verb } = clause;
  const out = clause.objects.some((n) => a.doc.tokens[nounAt(a, n).last]?.lower === 'out');
  const particle = verb.particle ?? (out ? 'out' : null);
  const act = particle ? `${verb.lemma}_${particle}` : verb.lemma;
  if (verb.modal) return;
  // "X says it planted the charge"
  const means = PLANTED.has(act)
    ? clause.objects.map((n) => nounAt(a, n)).filter((np) => isDefinite(a, np) && MEANS.has(headLemma(a, np)))
    : [];
  const planted = PLANTED.has(act) && clause.objects.some((n) => /^(?:it|them|both)$/.test(headLemma(a, nounAt(a, n))));
  if (
    planted &&
    book.tellings.before(verb.first, 1)[0]?.found.incident.weapons.some(({ type }) => type === 'explosives')
  )
    tell(book, clause, doersOf(a, clause), [], verb.negated);
  // "told reporters that his group had planted no bomb"
  const none =
    PLANTED.has(act) && clause.objects.map((n) => nounAt(a, n)).find((np) => a.doc.tokens[np.first]!.lower === 'no');
  if (none && MEANS.has(headLemma(a, none))) tell(book, clause, doersOf(a, clause), [], true);
  if (means.length && !toldIn(book, means[0]!).length) tell(book, clause, doersOf(a, clause), [], verb.negated);
  if (!DONE.has(act)) return;
  const it = clause.objects.map((n) => nounAt(a, n)).filter((np) => PRONOUNS.has(headLemma(a, np)));
  const so = verb.lemma === 'do' && verb.finite && verb.past && a.doc.tokens[verb.last]?.lower === 'so'; // "said its men had done so"
  if (it.length || so) tell(book, clause, doersOf(a, clause), it, verb.negated);
}
const MEANS = new Set([
  'charge',
  'bomb',
  'mine',
  'device',
  'explosive',
  'ied',
  'rocket',
  'missile',
  'shell',
  'grenade',
]);
const PRONOUNS = new Set(['it', 'this', 'that', 'so', 'both']);

const MOTIVES = new Set([
  'revenge',
  'retaliation',
  'response',
  'retribution',
  'reprisal',
  'vengeance',
  'punishment',
  'answer',
]);
const AVENGING = new Set(['avenge', 'retaliate', 'revenge', 'respond']);

/** "X said the assault was in revenge for …", "X said that it was avenging a raid": who gives the motive owns the act. */
export function motive(book: AttributionBook, clause: Clause): void {
  const { a } = book;
  const { verb, sentence } = clause;
  if (verb.negated || verb.modal) return;
  const avenges = AVENGING.has(verb.lemma);
  if (!avenges && verb.lemma !== 'be' && verb.lemma !== 'come') return;
  const end = Math.min(a.doc.sentences[sentence]!.last, verb.last + 6);
  if (!avenges && !a.doc.tokens.slice(verb.last, end).some(({ lower }) => MOTIVES.has(lower))) return;
  const speaker = speakerOf(a, clause);
  const group = speaker && ownGroup(speaker);
  if (group?.kind !== 'group') return;
  const acts = clause.subjects.map((n) => nounAt(a, n));
  const ofAct = acts.some((np) => toldIn(book, np).length > 0 || ACTS.has(headLemma(a, np)));
  if (!ofAct && !acts.some((np) => actorsOf(a, np, clause).some((actor) => ownGroup(actor) === group))) return;
  for (const incident of meant(book, clause, ofAct ? acts : [], [group]))
    book.put(incident, group, 'claimed', group, sentence);
}

/** Perpetrators told as such: the agents of the words that tell of the act. */
export function direct(book: AttributionBook): void {
  const { a, incidents } = book;
  for (const found of incidents) {
    for (const { clause, parties, agents, sentence, definite, pattern, noun } of found.told.mentions) {
      if (pattern && noun && (found.told.mentions.length > 1 || isPattern(a, noun))) continue;
      parties.forEach((party, i) => {
        const np = agents[i] === undefined ? null : nounAt(a, agents[i]!);
        const self = np && clause ? himself(a, np, clause) : null;
        const actor =
          self ?? (party.kind === 'group' ? party.actor : party.kind === 'perpetrators' ? party.group : null);
        if (np && clause?.verb.form === 'gerund' && /^(?:they|them)$/.test(headLemma(a, np)) && isTried(a, clause))
          return;
        if (
          !actor &&
          party.kind === 'other' &&
          np &&
          clause &&
          a.doc.tokens[np.head]!.pos !== 'PRP' &&
          isProclaimed(a, clause)
        ) {
          // "A statement by X said 'the heroes of Islam' had set off the bomb"
          const own = speakerOf(a, clause);
          if (own && ownGroup(own).kind === 'group' && found.told.mentions[0]!.status === 'occurred')
            book.put(found, ownGroup(own), 'claimed', ownGroup(own), sentence);
        }
        if (!actor && party.kind === 'perpetrators' && clause)
          ownDeed(book, found, clause, nounAt(a, party.noun), definite);
        if (!actor) return;
        const judged = clause ? judge(a, clause, actor, false, np) : ({ stance: 'stated', by: null } as const);
        if (judged?.by?.generic && judged.by.name === 'caller' && book.has(found, actor, 'claimed')) return;
        if (!judged || isTold(book, found, actor, judged.stance, sentence)) return;
        if (!book.has(found, actor, judged.stance)) book.put(found, actor, judged.stance, judged.by, sentence);
      });
    }
    const implied = found.groups.size ? null : groupImplied(a, found);
    if (implied) book.put(found, implied, 'stated', null, found.told.mentions[0]!.sentence);
    const named = [...found.groups].some((actor) => !actor.generic && book.has(found, actor));
    for (const actor of found.groups) {
      if (book.has(found, actor) || (actor.generic && (named || !actor.plural))) continue;
      const judged = actor.generic ? judgedDoer(a, found, actor) : null;
      book.put(found, actor, judged?.stance ?? 'stated', judged?.by ?? null, found.told.mentions[0]!.sentence);
    }
  }
}

/** "Police said suspected Maoist militants killed 25": with what stance those are told of who have no name. */
function judgedDoer(a: Analysis, { told }: IncidentFound, actor: ActorEntity): ReturnType<typeof judge> {
  for (const { clause, agents } of told.mentions) {
    const n = agents.find((each) => actor.mentions.some(({ last }) => last === nounAt(a, each).last));
    if (clause && n !== undefined) return judge(a, clause, actor, false, nounAt(a, n));
  }
  return null;
}

/** "They were convicted of planting the bomb": told by the verb of judging. */
const isTried = (a: Analysis, { parent }: Clause): boolean =>
  /^(?:convict|accuse|charge|suspect|indict|sentence|acquit|clear)$/.test(a.clauses[parent]?.verb.lemma ?? '');

/** Does it add nothing to what is said already: asked, told as fact where it was blamed for it, or told by another where it is a fact? */
function isTold(
  book: AttributionBook,
  found: IncidentFound,
  actor: ActorEntity,
  stance: Stance,
  sentence: number,
): boolean {
  if (stance === 'accused') return book.has(found, actor, 'stated');
  if (stance !== 'stated') return false;
  const { tokens, sentences } = book.a.doc;
  if (tokens[sentences[sentence]!.last - 1]!.text === '?') return true;
  return book.hasIn(found, actor, sentence) || DOUBTED.some((other) => book.has(found, actor, other));
}
const DOUBTED = ['accused', 'assessed', 'suspected', 'possible'] as const;

/** "X said it had struck the base", "X: we struck it": the group that says so of itself. */
function himself(a: Analysis, np: NounPhrase, clause: Clause): ActorEntity | null {
  const own = SPEAKER_OF_OWN.has(a.doc.tokens[np.first]!.lower) ? speakerOf(a, clause) : oneself(a, np);
  return own && ownGroup(own).kind === 'group' ? ownGroup(own) : null;
}

const FIGHTERS = /^(?:fighter|gunman|militant|rebel|insurgent|guerrilla|jihadist|bomber|commando|militiaman)$/;

/** "Fighters dressed as peacekeepers attacked …" in a report about one group: its fighters. */
function groupImplied(a: Analysis, found: IncidentFound): ActorEntity | null {
  const isFighters = found.told.parties.some(
    (party) => party.kind === 'perpetrators' && FIGHTERS.test(headLemma(a, nounAt(a, party.noun))),
  );
  return isFighters ? topicOf(a) : null;
}

/** "Islamic Jihad said that its martyrs had carried out the attack"; persons whom somebody says to have done it. */
function ownDeed(book: AttributionBook, found: IncidentFound, clause: Clause, np: NounPhrase, definite: boolean): void {
  const { a } = book;
  const person = namedActor(a, np);
  const actor = person?.kind === 'person' ? person : null;
  const speaker = a.speakers[clause.index];
  const said = speaker ? partyOf(a, speaker.noun) : null;
  if (said?.kind === 'group' && (definite || actor || isProclaimed(a, clause))) {
    book.put(found, said.actor, 'claimed', said.actor, clause.sentence);
    return;
  }
  if (!actor) return;
  const judged = judge(a, clause, actor, false, np);
  if (judged && judged.stance !== 'stated') book.put(found, actor, judged.stance, judged.by, clause.sentence);
}

/** Where a group makes known what it has done: on its channel, in a statement, through its agency. */
const PROCLAIMED =
  /^(?:telegram|statement|communique|channel|amaq|website|agency|radio|video|message|pamphlet|leaflet)$/;

/** "X said on its Telegram channel that a bomber had struck the post". */
const isProclaimed = (a: Analysis, { sentence }: Clause): boolean => {
  const { first, last } = a.doc.sentences[sentence]!;
  return a.doc.tokens.slice(first, last).some(({ lower }) => PROCLAIMED.test(lower));
};
