/** Which mentions tell of the same incident: each joins the incident told before that it fits best, or begins a new one. */
import { type Analysis, within } from '../analysis.js';
import { clausesIn } from '../facts.js';
import type { ActorEntity, PlaceEntity } from '../names/entities.js';
import { headLemma, isPlural, nounAt } from '../nouns.js';
import { harms, isAfterwards, isAttacker, isFigure, isPlaced, mayBegin, OWNING, tellsMore } from './begins.js';
import { findHeadings, type Heading } from './headings.js';
import type { EventMention } from './mention.js';
import { groupWithin, isOrdinal, type Party, partyOf } from './parties.js';

export interface Told {
  mentions: EventMention[];
  parties: Party[];
  /** The first date and the places that its mentions give. */
  start: string | null;
  end: string | null;
  places: PlaceEntity[];
  groups: Set<ActorEntity>;
  types: Set<string>;
  /** Heads of those whom or what its mentions say was hit. */
  hit: Set<string>;
}

/** What must be overcome for a mention to join an incident told before. */
export const THRESHOLD = 2;
/** Only so many of the latest incidents are held in mind; looking at no more keeps long reports linear. */
const MOST_IN_MIND = 12;

/** Groups mentions into incidents. A short report that says enough of none tells of one all the same, if it tells of any act. */
export function joinMentions(a: Analysis, mentions: EventMention[]): Told[] {
  const told = join(a, mentions, false);
  return told.length || a.doc.tokens.length > SHORT ? told : join(a, mentions, true);
}

/** Tokens of a report so short that it can tell of one act only. */
const SHORT = 150;

function join(a: Analysis, mentions: EventMention[], freely: boolean): Told[] {
  const told: Told[] = [];
  const headings = findHeadings(a);
  const waiting: { mention: EventMention; parties: Party[] }[] = []; // "drove into the gate, killing 40": told before what begins it
  for (const mention of mentions) {
    if (mention.pattern && !mention.definite && mention.status === 'occurred') {
      a.trace?.dropped.set(mention, 'incidents/noun-mentions.ts: a pattern of acts, no one act');
      continue;
    }
    const parties = partiesOf(a, mention);
    mention.parties = parties;
    if (told.length && isBare(mention, parties)) mention.definite = true;
    const stopped = mention.status === 'foiled' && mention.noun === null; // "on 15 October police defused …"
    if (mention.status !== 'occurred' && !stopped) mention.dates = mention.dates.filter((d) => d.first > mention.token); // when it was planned for, not when it was known
    if (isOwnClaim(a, mention, parties) || isOneMore(a, mention, parties)) mention.definite = true;
    if (mention.word.strength === 'weak' && !mention.adds && !mention.noun && !harms(a, mention, parties)) {
      a.trace?.dropped.set(mention, 'incidents/join.ts: a weak word with no attacker, means or victim');
      continue;
    }
    if (parties.some((p) => p.kind === 'state') && !parties.some(isAttacker)) {
      a.trace?.dropped.set(mention, 'incidents/parties.ts: the act of a state');
      continue;
    }
    const { paragraph } = a.doc.sentences[mention.sentence]!;
    const heading = headings[paragraph];
    if (heading) {
      const opens = a.doc.sentences[mention.sentence - 1]?.paragraph !== paragraph;
      // An entry's day is that on which a plot became known, not that for which it was planned.
      const isOfHeading = heading.entry
        ? mention.status === 'occurred' && !mention.dates.length
        : opens || !mention.dates.length;
      if (heading.dates.length && isOfHeading) mention.dates = heading.dates;
      mention.scene = heading.places;
    }
    if (mention.adds && told.at(-1)?.mentions.at(-1)?.sentence !== mention.sentence) waiting.push({ mention, parties });
    let best: Told | null = null;
    let bestScore = (isNowhere(a, mention) ? THRESHOLD / 2 : THRESHOLD) - 0.001;
    for (const candidate of told.slice(-MOST_IN_MIND)) {
      if (heading && apart(a, candidate, paragraph, headings)) continue;
      const score = likeness(a, candidate, mention, parties, candidate === told.at(-1));
      a.trace?.weigh(mention, candidate, score);
      if (score > bestScore) [best, bestScore] = [candidate, score];
    }
    if (!best) {
      if (
        !(freely
          ? mention.status === 'occurred' &&
            !mention.adds &&
            (!mention.noun || (tellsMore(a, mention) && !isFigure(a, mention)))
          : mayBegin(a, mention, parties)) ||
        (told.length > 0 && isAfterwards(a, mention))
      ) {
        a.trace?.dropped.set(mention, 'incidents/join.ts: may begin no incident, and joins none');
        if (mention.word.strength === 'weak' && mention.noun) waiting.push({ mention, parties }); // "ended a siege that began when a car bomb …"
        continue;
      }
      best = {
        mentions: [],
        parties: [],
        start: null,
        end: null,
        places: [],
        groups: new Set(),
        types: new Set(),
        hit: new Set(),
      };
      told.push(best);
    }
    for (const before of waiting)
      if (
        before.mention !== mention &&
        before.mention.sentence === mention.sentence &&
        !best.mentions.includes(before.mention)
      )
        add(a, best, before.mention, before.parties);
    waiting.length = 0;
    add(a, best, mention, parties);
  }
  return told;
}

/** Told without a day or place, in its own words or in its sentence: it rarely begins another incident. */
function isNowhere(a: Analysis, mention: EventMention): boolean {
  if (mention.status !== 'occurred' || isPlaced(mention)) return false;
  const { first, last } = a.doc.sentences[mention.sentence]!;
  return !within(a.dates, first, last).length && !within(a.names.placeMentions, first, last).length;
}

/** Paragraphs under headings of their own, as the bullets of a situation report, tell of acts of their own. */
function apart(a: Analysis, told: Told, paragraph: number, headings: (Heading | null)[]): boolean {
  const before = a.doc.sentences[told.mentions.at(-1)!.sentence]!.paragraph;
  return before !== paragraph && headings[before] !== null;
}

function partiesOf(a: Analysis, { agents, noun }: EventMention): Party[] {
  const parties = agents.map((n) => partyOf(a, n));
  const group = noun && groupWithin(a, noun.first, noun.head);
  return group && !parties.some(isAttacker) ? [...parties, { kind: 'group', actor: group }] : parties;
}

/** "a terrorist attack" with nothing that tells which: in a report that has told of one, it is that one. */
const isBare = ({ noun, another, patients, places, dates }: EventMention, parties: Party[]): boolean =>
  noun !== null && !another && !patients.length && !places.length && !dates.length && !parties.length;

/** "The group said that its men had stormed the base": it speaks of what is known already. */
function isOwnClaim(a: Analysis, { clause }: EventMention, parties: Party[]): boolean {
  const speaker = clause && a.speakers[clause.index];
  if (!speaker) return false;
  const said = partyOf(a, speaker.noun);
  return said.kind === 'group' && groupsOf(parties).includes(said.actor);
}

/** "and the fourth blew himself up": one of those spoken of. */
const isOneMore = (a: Analysis, { agents, noun }: EventMention, parties: Party[]): boolean =>
  noun === null && agents.length === 1 && parties[0]?.kind === 'perpetrators' && isOrdinal(a, nounAt(a, agents[0]!));

const groupsOf = (parties: Party[]): ActorEntity[] =>
  parties.flatMap((p) => (p.kind === 'group' ? [p.actor] : p.kind === 'perpetrators' && p.group ? [p.group] : []));

function add(a: Analysis, told: Told, mention: EventMention, parties: Party[]): void {
  told.mentions.push(mention);
  told.parties.push(...parties);
  for (const n of mention.patients) told.hit.add(headLemma(a, nounAt(a, n)));
  const date = mention.dates[0];
  if (date && told.start === null) [told.start, told.end] = [date.start, date.end];
  for (const { place } of [...mention.places, ...mention.scene])
    if (!told.places.includes(place)) told.places.push(place);
  for (const group of groupsOf(parties)) told.groups.add(group);
  if (mention.type !== 'unknown') told.types.add(mention.type);
}

/** How well a mention fits an incident told before; negative where they cannot be the same. */
function likeness(a: Analysis, told: Told, mention: EventMention, parties: Party[], latest: boolean): number {
  const last = told.mentions.at(-1)!;
  const date = mention.dates[0];
  let score = 0;
  if (date && told.start !== null) {
    if (date.start! > told.end! || date.end! < told.start) return -1;
    if (date.kind === 'period' && date.start !== date.end && told.start !== told.end && date.start !== told.start)
      return -1; // "three weeks later"
    score += 2;
  }
  const place = samePlace(
    told.places,
    [...mention.places, ...mention.scene].map((p) => p.place),
  );
  if (place === 'conflict') return -1;
  if (place === 'same') score += 1.5;
  if ((mention.status === 'occurred') !== (last.status === 'occurred')) {
    const byKnown = mention.noun === null && mention.definite && mention.status === 'attempted'; // "the gunman tried to …"
    if (mention.noun === null && mention.status === 'occurred') return -1; // what suspects did on arrest is not their plan
    if (!byKnown) {
      if (!mention.definite || mention.patients.length || mention.dates.length || mention.places.length) return -1;
      score -= 1;
    }
  }
  const groups = groupsOf(parties);
  if (groups.length && told.groups.size) {
    if (groups.some((g) => told.groups.has(g))) score += 0.5;
    else if (!mention.definite) return -1;
  }
  if (mention.type !== 'unknown' && told.types.size) {
    if (told.types.has(mention.type)) score += 0.5;
    else if (FIXED.has(mention.type) || [...told.types].every((t) => FIXED.has(t))) score -= 1.5;
  }
  const distance = mention.sentence - last.sentence;
  score += distance === 0 ? 2 : distance === 1 ? 1.5 : distance <= 3 ? 1 : latest ? 0.5 : 0;
  if (mention.definite && sharesVictim(a, told, mention)) score += 2;
  if (isAlsoOwned(a, mention) && namesItsOwn(a, told, mention)) score -= 4;
  if (mention.definite) score += namesItsOwn(a, told, mention) ? 0.5 : 2;
  if (
    (mention.noun === null || mention.word.strength === 'weak') &&
    (distance <= 1 || (latest && isSequel(a, mention)))
  )
    score += 1;
  if (!isPlaced(mention) && hitsAgain(a, told, mention)) score += 1.5;
  if (mention.another && !mention.definite) score -= 3;
  if (distance === 1 && mention.noun && /^th(?:at|is)$/.test(a.doc.tokens[mention.noun.first]!.lower)) score += 1; // the one just told
  if (distance > 0 && opensSeparately(a, mention.sentence)) score -= 3;
  if (isOfAnotherMan(a, told, mention)) score -= 4;
  if (
    mention.noun &&
    !(mention.another && isPlaced(mention)) &&
    /^(?:explosion|blast|bomb|detonation)$/.test(a.doc.tokens[mention.token]!.lemma) &&
    hasOrdinal(a, mention)
  )
    score += 2; // one more of a series
  const headline = isHeadline(a, told.mentions[0]!); // what the title tells the text tells again, in detail
  if (headline) score += told.mentions.every((m) => isHeadline(a, m)) ? 1.5 : 0.75;
  const sameParagraph = a.doc.sentences[mention.sentence]!.paragraph === a.doc.sentences[last.sentence]!.paragraph;
  if (sameParagraph) score += 0.5;
  const announced = distance <= 2 && told.mentions.every((m) => m.noun !== null && m.definite); // "a statement about the explosion at X"
  if (
    !announced &&
    !(headline && told.mentions.every((m) => isHeadline(a, m))) &&
    introduces(a, told, mention, parties)
  ) {
    const other = mention.type !== 'unknown' && told.types.size > 0 && !told.types.has(mention.type);
    if (sameParagraph) score -= other ? 2 : 0;
    else score -= place === 'same' || !isPlaced(mention) ? 0.5 : 2;
  } else if (!sameParagraph && mention.noun !== null && !mention.definite) score -= 0.5;
  if (date && told.start === null && distance > 1 && !headline && !mention.definite) score -= 1;
  if (!sameParagraph && !headline && told.start === null && place !== 'same' && isToldWhole(mention)) return -1;
  return score + Math.min(0.5, told.mentions.length * 0.1);
}

/** "set upon the crowd": who or what was hit is known as hit already. */
const hitsAgain = (a: Analysis, told: Told, { patients }: EventMention): boolean =>
  patients.some((n) => {
    const np = nounAt(a, n);
    return a.doc.tokens[np.first]!.lower === 'the' && told.hit.has(headLemma(a, np));
  });

/** "In a separate case, …": of another act, as its sentence says. */
const opensSeparately = (a: Analysis, sentence: number): boolean => {
  const { first, last } = a.doc.sentences[sentence]!;
  return a.doc.tokens
    .slice(first, Math.min(last, first + 3))
    .some(({ lower }) => /^(?:separate|unrelated)$/.test(lower));
};

/** "X died in a shop. Police believe that he was killed by Y", where the killing of another was told: he is X. */
function isOfAnotherMan(a: Analysis, told: Told, { word, noun, patients, token }: EventMention): boolean {
  if (noun !== null || word.outcome !== 'killed' || patients.length !== 1) return false;
  if (!/^(?:he|she|him|her)$/.test(a.doc.tokens[nounAt(a, patients[0]!).head]!.lower)) return false;
  const { sentence } = a.doc.tokens[token]!;
  const subject = clausesIn(a, sentence - 1)[0]?.subjects[0];
  if (subject === undefined || !isNamed(a, subject)) return false;
  const hit = told.mentions.flatMap((m) => m.patients).filter((n) => isNamed(a, n));
  return hit.length > 0 && hit.every((n) => headLemma(a, nounAt(a, n)) !== headLemma(a, nounAt(a, subject)));
}

/** "Men lying in wait then raked the drivers": what came next, without a day or place of its own. */
function isSequel(a: Analysis, mention: EventMention): boolean {
  if (isPlaced(mention) || !mention.clause) return false;
  const { verb } = mention.clause;
  const { first } = a.doc.sentences[mention.sentence]!;
  return [verb.first - 1, verb.first, verb.last, first].some((i) =>
    /^(?:then|next|afterwards|subsequently|meanwhile)$/.test(a.doc.tokens[i]?.lower ?? ''),
  );
}

/** "the bombings in Kerman on 3 January": it says itself where and when. */
const isToldWhole = ({ noun, clause, definite, dates, places }: EventMention): boolean =>
  noun !== null &&
  !(definite && noun.last === clause?.verb.first) && // "The attack took place in X on Friday"
  dates.length > 0 &&
  places.some(({ place }) => isPoint(place));

/** "the murder of the guard N. N.": it says itself which act it means, and that is not the one told. */
function namesItsOwn(a: Analysis, told: Told, { noun, patients }: EventMention): boolean {
  if (noun === null || !patients.length) return false;
  const hit = new Set(told.mentions.flatMap((m) => m.patients).map((n) => headLemma(a, nounAt(a, n))));
  return hit.size > 0 && patients.every((n) => isNamed(a, n) && !hit.has(headLemma(a, nounAt(a, n))));
}

/** "They have also acknowledged the murder of N. N.": one more that they own up to. */
const isAlsoOwned = ({ doc }: Analysis, { noun, clause }: EventMention): boolean =>
  noun !== null &&
  clause !== null &&
  OWNING.has(clause.verb.lemma) &&
  doc.tokens.slice(clause.verb.first - 1, clause.verb.last + 1).some(({ lower }) => lower === 'also');

/** "the registrar's murder", where the killing of a registrar was told. */
function sharesVictim(a: Analysis, told: Told, { noun, patients }: EventMention): boolean {
  if (noun === null || !patients.length) return false;
  const heads = new Set(patients.map((n) => headLemma(a, nounAt(a, n))));
  return told.mentions.some((m) => m.patients.some((n) => heads.has(headLemma(a, nounAt(a, n)))));
}

const isNamed = (a: Analysis, n: number): boolean => a.doc.tokens[nounAt(a, n).head]!.pos === 'NNP';

/** The title, or one further line of a heading, in capitals or without a verb. */
const isHeadline = (a: Analysis, { sentence, clause }: EventMention): boolean =>
  sentence === 0 || (sentence < 6 && (a.doc.sentences[sentence]!.upper || (clause === null && isLine(a, sentence))));

/** A paragraph of one sentence without a full stop. */
function isLine(a: Analysis, sentence: number): boolean {
  const { last, paragraph } = a.doc.sentences[sentence]!;
  return (
    a.doc.tokens[last - 1]!.lower !== '.' &&
    a.doc.sentences[sentence - 1]?.paragraph !== paragraph &&
    a.doc.sentences[sentence + 1]?.paragraph !== paragraph
  );
}

const hasOrdinal = (a: Analysis, { noun }: EventMention): boolean =>
  a.doc.tokens.slice(noun!.first, noun!.head).some((t) => /^(?:second|third|fourth|fifth|another)$/.test(t.lower));

/** Attackers that are new to the reader, by an act that is not referred back to: "gunmen stormed a hotel". */
function introduces(a: Analysis, told: Told, mention: EventMention, parties: Party[]): boolean {
  if (mention.definite || mention.adds) return false;
  if (told.mentions.some((m) => m.sentence === mention.sentence && m.agents.some((n) => mention.agents.includes(n))))
    return false; // they are those who did what was told just before
  return mention.agents.some((n, i) => {
    const first = a.doc.tokens[nounAt(a, n).first]!;
    const indefinite = /^(?:an?|some|several)$/.test(first.lower) || first.pos === 'CD';
    if (parties[i]!.kind === 'means') return indefinite;
    const bare = first.pos !== 'DT' && !first.pos.startsWith('PRP') && isPlural(a, nounAt(a, n));
    return isAttacker(parties[i]!) && (indefinite || bare) && mention.word.strength === 'strong';
  });
}

const FIXED = new Set(['kidnapping', 'hijacking', 'assassination', 'unarmed-assault']);

/** `same`: equal, or one lies within the other; `conflict`: both are cities or sites of different cities, or countries differ. */
function samePlace(told: PlaceEntity[], given: PlaceEntity[]): 'same' | 'conflict' | 'open' {
  if (!told.length || !given.length) return 'open';
  let conflict = false;
  for (const p of given) {
    for (const q of told) {
      if (p === q || chain(p).includes(q) || chain(q).includes(p)) return 'same';
      if (p.key === null || q.key === null) continue; // the country of an unknown name is a guess
      if (distanceOf(p, q) < NEAR) return 'same';
      if (p.country && q.country && p.country !== q.country) conflict = true;
      else if (isPoint(p) && isPoint(q) && cityOf(p) !== null && cityOf(q) !== null && cityOf(p) !== cityOf(q))
        conflict = true;
    }
  }
  return conflict ? 'conflict' : 'open';
}

/** Kilometres within which two named cities may be one scene: a town at the edge of the capital. */
const NEAR = 40;

/** Great-circle distance in kilometres (haversine); infinite where a place is no point. */
function distanceOf(p: PlaceEntity, q: PlaceEntity): number {
  if (p.lat === null || p.lon === null || q.lat === null || q.lon === null) return Number.POSITIVE_INFINITY;
  const rad = Math.PI / 180;
  const h =
    Math.sin(((q.lat - p.lat) * rad) / 2) ** 2 +
    Math.cos(p.lat * rad) * Math.cos(q.lat * rad) * Math.sin(((q.lon - p.lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.sqrt(h));
}

/** The larger places that the text puts a place in, the next larger first. */
export function chain(place: PlaceEntity): PlaceEntity[] {
  const out: PlaceEntity[] = [];
  for (let p = place.within; p && out.length < 6; p = p.within) out.push(p);
  return out;
}

const isPoint = ({ precision }: PlaceEntity): boolean =>
  precision === 'city' || precision === 'site' || precision === 'district';
const cityOf = (place: PlaceEntity): PlaceEntity | null =>
  place.precision === 'city' ? place : (chain(place).find((p) => p.precision === 'city') ?? null);
