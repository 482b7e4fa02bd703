/** Fills a warning from the clause that gives it: about whom and where, of what targets, when issued, what to do. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { isDangerous, sentenceSpan } from '../danger.js';
import { fromIso, toIso } from '../dates/calendar.js';
import type { DateMention } from '../dates/dates.js';
import { textOf } from '../doc.js';
import { clausesIn, isAttributive } from '../facts.js';
import { findHeadings } from '../incidents/headings.js';
import type { Tellings } from '../incidents/tellings.js';
import { SPEECH } from '../lexicon/speech.js';
import { ADDRESSEES, PAPERS } from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { ROLES } from '../names/lexicon/people.js';
import { headLemma, isPerpetrator, isPlural, nounAt } from '../nouns.js';
import { publishedAt } from '../own-voice.js';
import type { DateRange, Warning } from '../schema.js';
import { attackers } from '../threats/armed.js';
import { isOfficial, wholeSpan } from '../who.js';
import { nounLemma } from '../words.js';
import { type Candidate, dutyAt } from './candidate.js';
import { mentionsWithin } from './mentions.js';
import { LONGEST, placeTold } from './place.js';
import { isAway, targetsIn } from './targets.js';

/** Adds what a candidate says to a warning; what the warning has already stays. */
export function fill(a: Analysis, tellings: Tellings, warning: Warning, candidate: Candidate): void {
  const { sentence, issuer, recipients, advice, inherits } = candidate;
  const last = endOfContent(a, candidate);
  warning.issuer ??= issuer?.id ?? null;
  for (const { id } of recipients) if (!warning.recipients.includes(id)) warning.recipients.push(id);
  warning.audience ??= audienceOf(candidate);
  const issued = issuedOf(a, tellings, candidate);
  if (!warning.issued || (issued && isNarrower(issued, warning.issued))) warning.issued = issued;
  const { about } = warning;
  if (inherits) {
    about.place ??= inherits.about.place;
    if (!about.targets.length && !candidate.again) about.targets.push(...inherits.about.targets);
    if (candidate.again && !warning.recipients.length)
      warning.recipients.push(...inherits.recipients.map((id) => stateOf(a, id, issuer)));
    if (candidate.again) warning.audience = inherits.audience;
  }
  const named = actorIn(a, candidate, last);
  // "that militants would strike", then "that X would": X
  if (named && !named.generic && about.actor !== null && a.names.actor(about.actor).generic) about.actor = named.id;
  about.actor ??= named?.id ?? inherits?.about.actor ?? null;
  about.place ??= placeTold(a, candidate, last)?.id ?? null;
  if (!candidate.civil || toldAfter(a, candidate.clause))
    for (const target of [...targetsOf(a, candidate, last, about.place), ...toldOfThemselves(a, candidate, last)])
      if (!about.targets.includes(target)) about.targets.push(target);
  about.window ??= windowOf(a, candidate, warning);
  if (advice) warning.advice ??= textOf(a.doc, advice.first, endOfAdvice(a, advice.first, last));
  const duty = dutyAt(a, sentence);
  if (duty >= 0) warning.authority ??= textOf(a.doc, duty, duty + 3);
  const span = sentenceSpan(a, sentence);
  if (warning.evidence.at(-1)?.[0] !== span[0]) warning.evidence.push(span);
}

/** "warned the police that", "went to the police and said that": the clause of what a private person tells. */
function toldAfter(a: Analysis, { index, sentence }: Clause): Clause | undefined {
  const next = a.clauses[index + 1];
  const told = next && SPEECH.has(next.verb.lemma) && next.marker === null ? a.clauses[index + 2] : next;
  return told?.marker === 'that' && told.sentence === sentence ? told : undefined;
}

/** A state that repeats what its service told another's has told the other state. */
function stateOf(a: Analysis, id: string, issuer: ActorEntity | null): string {
  const told = a.names.actor(id);
  const country = told.country ?? told.of?.country ?? null;
  if (issuer?.kind !== 'government' || told.kind === 'government' || !country) return id;
  const state = a.names.actorMentions.find(({ actor }) => actor.kind === 'government' && actor.country === country);
  return state?.actor.id ?? id;
}

/** "in December", then "in the last week of December": the same, more exactly. */
const isNarrower = (one: DateRange, other: DateRange): boolean =>
  one.start !== null &&
  one.end !== null &&
  other.start !== null &&
  other.end !== null &&
  one.start >= other.start &&
  one.end <= other.end;

/** Told to people at large, or to an office or a person. */
function audienceOf({ recipients, civil, privately }: Candidate): Warning['audience'] {
  if (civil || privately) return 'private';
  if (!recipients.length) return 'public';
  const atLarge = ({ kind, name, generic, country }: ActorEntity): boolean =>
    (kind === 'population' && (!generic || country !== null || /^\p{Lu}/u.test(name))) ||
    (isAtLarge(lastWord(name)) && !isSingle(lastWord(name)));
  return recipients.some(atLarge) ? 'public' : 'private';
}

/** "owners" of "owners of malls". */
const lastWord = (name: string): string => name.split(' of ')[0]!.split(' ').at(-1)!.toLowerCase();

/** "its operator": one is told in private, unless the word is for many. */
const isSingle = (noun: string): boolean => nounLemma(noun) === noun && !MANY.has(noun);
const MANY: ReadonlySet<string> = new Set(
  'public people staff personnel everybody everyone anyone shipping population faithful townspeople crew community congregation'.split(
    ' ',
  ),
);

const isAtLarge = (noun: string): boolean =>
  !noun.startsWith('partner') && (ADDRESSEES.has(noun) || ADDRESSEES.has(nounLemma(noun)));

/** "WASHINGTON (Feb. 2) -": the day of the report. */
const isBracketed = ({ doc: { tokens } }: Analysis, { first, last }: DateMention): boolean =>
  tokens[first]!.sentence === 0 && tokens[last]?.text === ')' && /^[-–—]/.test(tokens[last + 1]?.text ?? '');

/** The day on which it was said: the first day named with the telling that is no window for the danger. */
function issuedOf(
  a: Analysis,
  tellings: Tellings,
  { clause, sentence, from, again, own, advice }: Candidate,
): Warning['issued'] {
  const { first, last } = a.doc.sentences[sentence]!;
  const here = within(a.dates, first, last);
  const isOwn = (date: DateMention): boolean => date.first >= clause.first && date.last <= clause.last;
  for (const date of [
    ...here.filter(isOwn),
    ...here.filter((date) => !isOwn(date) && !isOfGovernor(a, clause, date)),
  ]) {
    if (date.first < (again ? from : first) || date.kind === 'dateline' || isBracketed(a, date) || isAhead(a, date))
      continue;
    if (advice && date.first >= advice.first && clause.verb.last <= advice.first) continue; // "asked to avoid X on 25 June"
    if (date.start !== null && isOfPaper(a, date)) return { start: date.start, end: date.end, at: date.at };
    if ((date.first > clause.verb.last + 22 && !again) || isAttributive(a, date)) continue;
    const { kind, at } = date;
    if (kind === 'event-offset') {
      const day = dayBefore(tellings, date);
      if (day) return { start: day, end: day, at };
    }
    if (date.start === null || kind === 'until') continue;
    if (isOfReporter(a, clause, date)) continue;
    if (isOfEvent(a, date) || (date.last <= clause.verb.first && isOfAnother(a, clause, date))) continue;
    return { start: date.start, end: date.end, at };
  }
  const before = saidBefore(a, clause);
  if (before) return before;
  if (!own && !isNow(clause)) return null;
  // "- **8 March.** Britain repeats the warning."
  const day = findHeadings(a)[a.doc.sentences[sentence]!.paragraph]?.dates[0];
  return day ? { start: day.start, end: day.end, at: day.at } : publishedAt(a);
}

/** "tells residents", "urges its nationals": on the day of the report. */
const isNow = ({ verb }: Clause): boolean =>
  verb.form === 'finite' && !verb.past && !verb.perfect && verb.modal === null && !verb.passive;

/** "X told reporters on Wednesday that …. He advised": the day on which the one who goes on has spoken. */
function saidBefore(a: Analysis, { index, subjects, sentence, verb }: Clause): Warning['issued'] {
  const [subject] = subjects;
  if (subject === undefined || sentence === 0 || verb.perfect || verb.passive || a.speakers[index]) return null;
  if (!/^(?:s?he|it|they)$/.test(a.doc.tokens[nounAt(a, subject).head]!.lower)) return null;
  const said = clausesIn(a, sentence - 1)[0];
  if (!said || !SPEECH.has(said.verb.lemma) || said.verb.passive || said.verb.perfect) return null;
  const date = within(a.dates, said.first, said.last + 1).find(
    ({ start, kind }) => start !== null && kind !== 'dateline',
  );
  return date && date.start === date.end ? { start: date.start, end: date.end, at: date.at } : null;
}

/** "a memorandum of March 25", "a notice dated 15 August": the day of the paper that warns. */
function isOfPaper({ doc: { tokens } }: Analysis, { first }: DateMention): boolean {
  const before = tokens[first - 1]?.lower;
  return before === 'dated' || ((before === 'of' || before === 'from') && PAPERS.has(tokens[first - 2]?.lemma ?? ''));
}

/** "told the court on Monday that he had warned": the day of those who say so. */
function isOfGovernor({ clauses }: Analysis, { parent, sentence }: Clause, date: DateMention): boolean {
  for (let above = clauses[parent]; above?.sentence === sentence; above = clauses[above.parent])
    if (SPEECH.has(above.verb.lemma) && date.first >= above.first && date.last <= above.last) return true;
  return false;
}

/** Tokens before a date in which stands what it is the day of. */
const NOUN_REACH = 12;

/** "before the bombings in Kerman on 3 January": the day of what was warned of. */
function isOfEvent({ doc: { tokens }, clauseAt }: Analysis, { first }: DateMention): boolean {
  for (let i = first - 1; i >= Math.max(0, first - NOUN_REACH); i--) {
    const { lower, pos } = tokens[i]!;
    if (lower === ',' || pos.startsWith('V') || clauseAt[i] !== clauseAt[first]) return false;
    if (/^(?:before|after|since|following)$/.test(lower)) return tokens[i + 1]!.pos === 'DT' && i + 2 < first;
  }
  return false;
}

/** "warned X of an attack, two officials said on Thursday": the day on which they said so. */
function isOfReporter(a: Analysis, { index, sentence }: Clause, { first }: DateMention): boolean {
  for (let c = index + 1; a.clauses[c]?.sentence === sentence; c++) {
    const { verb, marker } = a.clauses[c]!;
    if (verb.first > first) return false;
    const next = a.clauses[c + 1];
    const last = next?.sentence !== sentence || next.verb.first > first;
    if (last && verb.form === 'finite' && marker === null && SPEECH.has(verb.lemma) && first - verb.last <= 2)
      return true;
  }
  return false;
}

/** Tokens behind "two days before" in which the incident must be told. */
const EVENT_REACH = 8;

/** "two days before the attack": the day, where that of the attack is known. */
function dayBefore(tellings: Tellings, { last, offset }: DateMention): string | null {
  const event = tellings.within(last, last + EVENT_REACH)[0];
  const day = event?.found.incident.date;
  return day?.start && day.start === day.end ? toIso(fromIso(day.start) + (offset ?? 0)) : null;
}

/** Does the day belong to a verb before the telling? "It ended its truce in May with a bomb, ahead of which it had rung a paper." */
function isOfAnother(a: Analysis, clause: Clause, date: DateMention): boolean {
  // "on Thursday night, 35 minutes after a caller told the station"
  const { first } = a.doc.sentences[clause.sentence]!;
  for (let i = date.last; i < clause.verb.first && i > first; i++)
    if (
      /^(?:after|before)$/.test(a.doc.tokens[i]!.lower) &&
      /^(?:minute|hour|second)s?$/.test(a.doc.tokens[i - 1]!.lower)
    )
      return false;
  // "took heed in December, when the service drew its attention to": then
  if (clause.marker === 'when' && date.last >= (a.clauses[clause.index - 1]?.verb.last ?? 0)) return false;
  for (let c = clause.index - 1; a.clauses[c]?.sentence === clause.sentence; c--) {
    const { verb } = a.clauses[c]!;
    if (verb.form === 'finite' && verb.last <= date.first && !SPEECH.has(verb.lemma)) return true;
  }
  return false;
}

const TOWARDS: ReadonlySet<string> = new Set(['this', 'next', 'coming', 'until', 'till', 'over', 'during', 'through']);

/** "this weekend", "over the next 48 hours": when the danger is, not when it was told of. */
function isAhead(a: Analysis, { first, start }: DateMention): boolean {
  const { tokens, published } = a.doc;
  const opening = tokens[first]!.lower;
  if (TOWARDS.has(tokens[first - 1]?.lower ?? '') || TOWARDS.has(opening))
    return opening !== 'this' || !/^(?:morning|week|afternoon)$/.test(tokens[first + 1]?.lower ?? '');
  return published !== null && start !== null && start > published;
}

function windowOf(a: Analysis, { sentence }: Candidate, warning: Warning): Warning['about']['window'] {
  const { first, last } = a.doc.sentences[sentence]!;
  for (const date of within(a.dates, first, last)) {
    if (!isAhead(a, date) || (date.start === null && date.end === null)) continue;
    if (warning.issued && date.at[0] === warning.issued.at[0]) continue;
    return { start: date.start, end: date.end, at: date.at };
  }
  return null;
}

/** The group warned of, by name or, where none is named, as those who may strike; where a private person warns, the person. */
function actorIn(
  a: Analysis,
  { from, civil, issuer, recipients, sentence, clause }: Candidate,
  last: number,
): ActorEntity | null {
  for (const { actor } of within(a.names.actorMentions, from, last)) {
    if (actor === issuer || recipients.includes(actor)) continue;
    if (actor.kind === 'group' || (civil && actor.kind === 'person')) return actor;
  }
  if (civil) return personIn(a, { clause, issuer });
  for (const told of clausesIn(a, sentence)) {
    if (told.verb.first < from || told.verb.last > last || !isDangerous(a, told.first, told.last)) continue;
    const [actor] = attackers(a, told);
    if (actor && actor.kind === 'group' && actor !== issuer) return actor;
    // "that X might be preparing an attack": a person
    const subject = told.marker === 'that' ? told.subjects[0] : undefined;
    const person = subject === undefined ? undefined : a.names.actorAt(nounAt(a, subject).head)?.actor;
    if (person?.kind === 'person' && person !== issuer && !isOfficial(person) && !recipients.includes(person))
      return person;
  }
  const { first } = a.doc.sentences[sentence]!;
  return suspectIn(a, from, last) ?? (clause.verb.passive ? suspectIn(a, first, clause.verb.first) : null);
}

/** "about a cell near X", "that a bomber had been sent": those who are no group but may strike. */
function suspectIn(a: Analysis, from: number, last: number): ActorEntity | null {
  for (let i = from; i < last; i++) {
    const np = a.phrases.nouns[a.phrases.nounAt[i] ?? -1];
    if (np?.head === i && (SUSPECTS.has(headLemma(a, np)) || (isPerpetrator(a, np) && !isPlural(a, np))))
      return a.names.actorFor(np.first, np.last);
  }
  return null;
}
const SUSPECTS: ReadonlySet<string> = new Set(
  'suspect convert cell gang squad copycat dissident operative stranger infiltrator sympathiser sympathizer loner returnee'.split(
    ' ',
  ),
);

const SUBJECT: ReadonlySet<string> = new Set(['on', 'about']);
const ABOUT: ReadonlySet<string> = new Set(['about', 'of', 'on', 'over', 'to']);

/** "their fears about the bomber", "warned police that he was turning the young": the person spoken of. */
function personIn(a: Analysis, { clause, issuer }: Pick<Candidate, 'clause' | 'issuer'>): ActorEntity | null {
  const next = toldAfter(a, clause);
  const nouns = [
    ...clause.prepositional.filter(({ preposition }) => ABOUT.has(preposition)).map(({ noun }) => noun),
    ...(next?.subjects ?? []),
  ];
  for (const n of nouns) {
    const np = nounAt(a, n);
    const named = a.names.actorAt(np.head)?.actor ?? a.names.referent(np.first, np.last);
    if (named) {
      if (named.kind === 'person' && named !== issuer) return named;
      continue;
    }
    const [first, last] = wholeSpan(a, np); // "the 22-year-old suicide bomber"
    const head = a.phrases.nouns[a.phrases.nounAt[last - 1] ?? -1] ?? np;
    if (isPerpetrator(a, head)) return a.names.actorFor(first, last);
  }
  // "went to them with a file on the preacher and warned"
  const before = a.clauses[clause.index - 1];
  const spoken =
    before?.sentence === clause.sentence
      ? before.prepositional.filter(({ preposition }) => SUBJECT.has(preposition))
      : [];
  for (const { noun } of spoken) {
    const np = nounAt(a, noun);
    if (isPerpetrator(a, np) || ROLES.has(headLemma(a, np))) return a.names.actorFor(np.first, np.last);
  }
  return null;
}

const ASIDE: ReadonlySet<string> = new Set([
  'which',
  'who',
  'with',
  'after',
  'where',
  'before',
  'when',
  'although',
  'but',
]);

/** Tokens behind "with" in which something is called a target. */
const MARKED = 10;
function namesTarget(doc: Analysis['doc'], from: number, last: number): boolean {
  for (let i = from; i < Math.min(last, from + MARKED); i++) if (doc.tokens[i]!.lemma === 'target') return true;
  return false;
}

/** Where what is told ends: with the sentence, or at an aside (", which later …", ", days before …", "; police took"). */
function endOfContent({ doc }: Analysis, { from, sentence }: Candidate): number {
  const { last } = doc.sentences[sentence]!;
  for (let i = from; i + 2 < last; i++) {
    const { text } = doc.tokens[i]!;
    if (text === ';') return i;
    // ", with churches as a possible target"
    if (text === ',' && doc.tokens[i + 1]!.lower === 'with' && namesTarget(doc, i, last)) continue;
    if (text === ',' && (ASIDE.has(doc.tokens[i + 1]!.lower) || ASIDE.has(doc.tokens[i + 2]!.lower))) return i;
  }
  return last;
}

/** What may be hit, those told left out. */
function targetsOf(
  a: Analysis,
  { from, recipients, sentence }: Candidate,
  last: number,
  place: string | null,
): string[] {
  const told = (first: number, last: number): boolean =>
    recipients.some((actor) => mentionsWithin(actor, first - LONGEST, last).some((m) => first < m.last)) ||
    (place !== null && a.names.placeAt(last - 1)?.place.id === place);
  return targetsIn(a, sentence, from, last, told);
}

/** "was told that her life was in danger", "told malls to search bags": those told are those aimed at. */
function toldOfThemselves(a: Analysis, { from, recipients, advice, civil }: Candidate, last: number): string[] {
  const guarding =
    advice?.clause &&
    GUARDING.has(advice.clause.verb.lemma) &&
    !advice.clause.verb.particle &&
    !isAway(a, advice.clause);
  let life = false;
  for (let i = from; i < last && !life; i++)
    life = LIFE.has(a.doc.tokens[i]!.lower) && a.doc.tokens[i - 1]!.pos === 'PRP$' && isDangerous(a, i, last);
  if (civil || !(guarding || life)) return [];
  return recipients
    .filter(
      ({ kind, generic, name }) =>
        life ||
        (generic &&
          kind !== 'agency' &&
          kind !== 'government' &&
          kind !== 'person' &&
          !ROLES.has(nounLemma(lastWord(name))) &&
          (!isAtLarge(lastWord(name)) || HOUSES.has(nounLemma(lastWord(name))))),
    )
    .map(({ name }) => name);
}
/** Of those told, who has a house of its own. */
const HOUSES: ReadonlySet<string> = new Set(
  'firm business company organisation organization operator airline'.split(' '),
);
/** What is done about one's own house. */
const GUARDING: ReadonlySet<string> = new Set([
  'search',
  'put',
  'post',
  'hire',
  'screen',
  'lock',
  'keep',
  'check',
  'review',
  'tighten',
  'strengthen',
]);
const LIFE: ReadonlySet<string> = new Set(['life', 'lives', 'safety']);

/** The words of what is to be done end with the sentence or before "because", ";" and the like. */
function endOfAdvice(a: Analysis, first: number, last: number): number {
  for (let i = first + 1; i < last; i++) if (/^(?:because|[;.]|and|,)$/.test(a.doc.tokens[i]!.lower)) return i;
  return last;
}
