/** The place of the danger that a warning tells of. */
import { type Analysis, within } from '../analysis.js';
import type { Tellings } from '../incidents/tellings.js';
import { CALLERS, REACHING } from '../lexicon/warnings.js';
import type { ActorEntity, PlaceEntity, PlaceMention } from '../names/entities.js';
import { ROLES } from '../names/lexicon/people.js';
import { headLemma, nounAt } from '../nouns.js';
import type { Candidate } from './candidate.js';
import { mentionsWithin } from './mentions.js';

/** The place of the danger: the first named in what is told that is nobody's. */
export function placeTold(
  a: Analysis,
  { from, recipients, issuer, civil, advice, clause }: Candidate,
  last: number,
): PlaceEntity | null {
  const next = a.clauses[clause.index + 1];
  if (civil && !(next?.marker === 'that' && next.sentence === clause.sentence)) return null;
  const taken = [...recipients, ...(issuer ? [issuer] : [])];
  const start = advice && advice.first > from ? advice.first : from;
  for (const origin of start === from ? [from] : [start, from])
    for (const mention of within(a.names.placeMentions, origin, last))
      if (!isOf(a, mention, taken) && !hangsOnPeople(a, mention) && !isOrigin(a, mention) && !ownsOffice(a, mention))
        return mention.place;
  const { first } = a.doc.sentences[clause.sentence]!;
  if (
    a.doc.tokens
      .slice(clause.verb.passive ? first : from, last)
      .some(({ lower, pos }, k, all) => lower === 'there' && (pos !== 'EX' || all[k - 1]?.pos === 'NNS'))
  )
    for (const mention of within(a.names.placeMentions, first, from).reverse())
      if (!isOf(a, mention, taken) && a.doc.tokens[mention.last]?.pos !== 'POS') return mention.place;
  return null;
}

/** Where what is told names no place: where those told or the issuer are, else the land or the place last spoken of. */
export function placeAround(a: Analysis, tellings: Tellings, candidate: Candidate): PlaceEntity | null {
  const { issuer, clause, civil } = candidate;
  if (isCalled(a, candidate)) return placeOfTelling(a, tellings, candidate);
  const own = whereToldIs(a, candidate);
  if (own || civil) return own;
  const { first } = a.doc.sentences[clause.sentence]!;
  // A digest's or an office's own advice is about the land that its heading names.
  if (candidate.own) return placeNear(a, first, 1) ?? headingPlace(a) ?? placeBefore(a, first);
  const land = issuer && isNational(issuer) ? landOf(a) : null;
  // An embassy's danger is not at home, nor is that of which one state warns another.
  const abroad =
    issuer !== null &&
    (isAbroad(issuer) || candidate.recipients.some(({ country }) => country !== null && country !== issuer.country));
  // "had been warned by India": where only the state itself is named, it warns of what is elsewhere
  const named = (place: PlaceEntity): boolean =>
    a.names.placeMentions.some((mention) => mention.place === place && !a.names.actorAt(mention.first));
  const home =
    land !== null &&
    issuer !== null &&
    land.country === issuer.country &&
    (abroad || (issuer.kind === 'government' && !named(land)));
  return (
    (home ? null : land) ??
    placeOfTelling(a, tellings, candidate) ??
    placeNear(a, first, 1) ??
    placeOfFirst(a, tellings, first) ??
    placeBefore(a, first)
  );
}

/** Was it rung up? A station that is told of a bomb is not where the bomb is. */
const isCalled = (a: Analysis, { issuer, clause }: Candidate): boolean =>
  (issuer !== null && (issuer.generic || issuer.kind === 'group') && REACHING.has(clause.verb.lemma)) ||
  clause.subjects.some((n) => CALLERS.has(headLemma(a, nounAt(a, n))) || headLemma(a, nounAt(a, n)) === 'call');

/** Sentences back in which the incident may be told of which was warned. */
const TOLD_BEFORE = 1;

/** Where the incident was that the sentence or those before it tell of. */
function placeOfTelling(a: Analysis, tellings: Tellings, { sentence, clause }: Candidate): PlaceEntity | null {
  const { first, last } = a.doc.sentences[sentence]!;
  const near = tellings.within(first, last)[0] ?? tellings.before(clause.verb.first, 1)[0];
  if (!near || sentence - near.sentence > TOLD_BEFORE) return null;
  const { place } = near.found.incident;
  const told = place === null ? null : a.names.place(place);
  return groundOf(told);
}

/** The city of a site, where the report names it. */
const groundOf = (told: PlaceEntity | null): PlaceEntity | null =>
  told?.precision !== 'site' && told?.precision !== 'district' ? told : told.within?.id ? told.within : null;

/** Where the first incident was that the report tells of before a token, in the country that it is about. */
function placeOfFirst(a: Analysis, tellings: Tellings, token: number): PlaceEntity | null {
  const first = tellings.after(0);
  const place = first && first.token < token ? first.found.incident.place : null;
  const told = place ? a.names.place(place) : null;
  const ground = groundOf(told);
  return ground && ground.country === a.names.country ? ground : null;
}

const isAbroad = ({ name, roles }: ActorEntity): boolean =>
  /\b(?:embassy|consulate|foreign|high commission)\b/i.test([name, ...roles].join(' '));

/** Sentences from the top that make a heading. */
const HEADING = 3;

/** The place that the heading names and that is no office's. */
function headingPlace(a: Analysis): PlaceEntity | null {
  const last = a.doc.sentences[Math.min(HEADING, a.doc.sentences.length) - 1]?.last ?? 0;
  return within(a.names.placeMentions, 0, last).find((mention) => isGround(a, mention))?.place ?? landOf(a);
}

/** Does the issuer speak for a whole state: a government, a ministry, an embassy, a service? */
const isNational = ({ kind, name, of, roles }: ActorEntity): boolean =>
  kind === 'government' ||
  roles.some((role) => /^(?:president|premier|chancellor|king|minister)$/.test(role)) ||
  (of !== null && of.kind !== 'person' && of.kind !== 'group' && isNational(of)) ||
  /\b(?:ministry|minister|embassy|consulate|department|intelligence|council|office|commission|service)\b/i.test(name);

/** The country that the report is about, where it is named. */
const landOf = (a: Analysis): PlaceEntity | null => {
  let land = lands.get(a);
  if (land === undefined) {
    land = findLand(a);
    lands.set(a, land);
  }
  return land;
};
const lands = new WeakMap<Analysis, PlaceEntity | null>();
const findLand = (a: Analysis): PlaceEntity | null =>
  a.names.placeMentions.find(({ place }) => place.precision === 'country' && place.country === a.names.country)
    ?.place ?? null;

/** No mention has more tokens. */
export const LONGEST = 24;

/** Does a mention of the actor cover the place? */
const isOver = (actor: ActorEntity, place: PlaceMention): boolean =>
  mentionsWithin(actor, place.first - LONGEST, place.first + 1).some((m) => place.last <= m.last);

/** Is the place part of the name of somebody? "Iraqi police", the issuer, those told. */
function isOf(a: Analysis, place: PlaceMention, taken: readonly ActorEntity[]): boolean {
  const covering = a.names.actorAt(place.first);
  if (covering && covering.actor.kind !== 'government' && covering.actor.kind !== 'population') return true;
  if (covering?.actor.kind === 'government' && covering.first === place.first)
    return place.place.precision !== 'city' || taken.includes(covering.actor);
  return taken.some((actor) => isOver(actor, place));
}

/** "slipped across from X", "warnings from X": whence it comes. */
const isOrigin = ({ doc: { tokens } }: Analysis, { first }: PlaceMention): boolean =>
  (tokens[first - 1]?.lower === 'for' && /^(?:bound|destined|headed|heading)$/.test(tokens[first - 2]?.lower ?? '')) ||
  tokens[first - 1]?.lower === 'from' ||
  (tokens[first - 2]?.lower === 'from' && tokens[first - 1]!.lower === 'the');

/** "and Australia's foreign minister": the land is the office's. */
function ownsOffice({ doc, names }: Analysis, { last }: PlaceMention): boolean {
  if (doc.tokens[last]?.pos !== 'POS') return false;
  for (let i = last + 1; i < last + 4; i++)
    if (ROLES.has(doc.tokens[i]?.lower ?? '') || MISSIONS.has(doc.tokens[i]?.lemma ?? '') || names.actorAt(i))
      return true;
  return false;
}

/** "U.S. citizens in Russia": where they live, not where the danger is. */
function hangsOnPeople(a: Analysis, { first }: PlaceMention): boolean {
  if (a.doc.tokens[first - 1]?.lower !== 'in') return false;
  const host = a.phrases.nouns[a.phrases.nounAt[first - 2] ?? -1];
  return (
    a.names.actorAt(first - 2)?.actor.kind === 'population' || (host !== undefined && MISSIONS.has(headLemma(a, host)))
  );
}

const MISSIONS: ReadonlySet<string> = new Set([
  'embassy',
  'mission',
  'consulate',
  'citizen',
  'national',
  'compatriot',
  'expatriate',
]);

/** "warned Iran", "citizens in Russia", "police in Halle", "the embassy in Nairobi", "France's prefects". */
function whereToldIs(a: Analysis, { recipients, issuer, sentence }: Candidate): PlaceEntity | null {
  const { first, last } = a.doc.sentences[sentence]!;
  const here = within(a.names.placeMentions, first, last);
  for (const told of recipients) {
    if (told.kind === 'government' && issuer && told.country === issuer.country) continue; // its own capital
    const place = here.find(
      (one) => isBehind(a, told, one, first) || (told.kind !== 'population' && isOver(told, one)),
    );
    if (place) return place.place;
  }
  const seated = issuer && here.find((one) => isBehind(a, issuer, one, first) || isWithin(issuer, one));
  return seated?.place ?? null;
}

/** "the police chief of Quetta". */
const isWithin = (actor: ActorEntity, place: PlaceMention): boolean =>
  actor.kind !== 'government' &&
  mentionsWithin(actor, place.first - LONGEST, place.first).some((m) => place.last <= m.last);

const LOCATED: ReadonlySet<string> = new Set(['in', 'of', 'near', 'at', 'across', 'around']);

/** "citizens in Russia": does the place stand behind a mention in the sentence that begins at `first`? */
function isBehind({ doc }: Analysis, actor: ActorEntity, place: PlaceMention, first: number): boolean {
  return mentionsWithin(actor, first, place.first).some(
    (m) =>
      m.first >= first &&
      LOCATED.has(doc.tokens[m.last]?.lower ?? '') &&
      (m.last + 1 === place.first || (m.last + 2 === place.first && doc.tokens[m.last + 1]!.lower === 'the')),
  );
}

/** Sentences back in which the place of the danger may have been named. */
const REACH = 3;

/** The place named last before a token, in the sentences before, that lies in the country the report is about. */
function placeNear(a: Analysis, token: number, reach: number): PlaceEntity | null {
  const { sentence } = a.doc.tokens[token]!;
  const { first } = a.doc.sentences[Math.max(0, sentence - reach)]!;
  const near = within(a.names.placeMentions, first, token);
  for (let m = near.length - 1; m >= 0; m--) {
    const { place } = near[m]!;
    if (isGround(a, near[m]!) && place.country === a.names.country) return place;
  }
  return null;
}

/** The place named last before the sentence that lies in the country the report is about; else that which it names most. */
function placeBefore(a: Analysis, token: number): PlaceEntity | null {
  const near = placeNear(a, token, REACH);
  if (near) return near;
  let most = mostNamed.get(a);
  if (most === undefined) {
    most = null;
    for (const mention of a.names.placeMentions) {
      const { place } = mention;
      if (!isGround(a, mention) || place.country !== a.names.country) continue;
      if (!most || place.mentions.length > most.mentions.length) most = place;
    }
    mostNamed.set(a, most);
  }
  return most;
}
const mostNamed = new WeakMap<Analysis, PlaceEntity | null>();

const isGround = (a: Analysis, { place, first }: PlaceMention): boolean =>
  place.precision !== 'region' &&
  place.precision !== 'site' &&
  place.precision !== 'district' &&
  !a.names.actorAt(first);
