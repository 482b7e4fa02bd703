/** Which mentions tell of the same incident: each joins the incident told before that it fits best, or begins a new one. */
import type { Analysis } from '../analysis.js';
import type { ActorEntity, PlaceEntity } from '../names/entities.js';
import type { EventMention } from './mention.js';
import { type Party, partyOf } from './parties.js';

export interface Told {
  mentions: EventMention[];
  parties: Party[];
  /** The first date and the places that its mentions give. */
  start: string | null;
  end: string | null;
  places: PlaceEntity[];
  groups: Set<ActorEntity>;
  types: Set<string>;
}

/** What must be overcome for a mention to join an incident told before. */
const THRESHOLD = 2;

export function joinMentions(a: Analysis, mentions: EventMention[]): Told[] {
  const told: Told[] = [];
  for (const mention of mentions) {
    const parties = mention.agents.map((n) => partyOf(a, n));
    if (
      parties.some((p) => p.kind === 'state') &&
      !parties.some((p) => p.kind === 'group' || p.kind === 'perpetrators')
    )
      continue;
    let best: Told | null = null;
    let bestScore = THRESHOLD - 0.001;
    // Only the latest incidents are in the reader's mind; looking at no more keeps long reports linear.
    for (const candidate of told.slice(-MOST_IN_MIND)) {
      const score = fit(a, candidate, mention, parties, told.at(-1) === candidate);
      if (score > bestScore) [best, bestScore] = [candidate, score];
    }
    if (!best) {
      if (!mayBegin(a, mention, parties)) continue;
      best = { mentions: [], parties: [], start: null, end: null, places: [], groups: new Set(), types: new Set() };
      told.push(best);
    }
    add(best, mention, parties);
  }
  return told;
}

const MOST_IN_MIND = 12;

function add(told: Told, mention: EventMention, parties: Party[]): void {
  told.mentions.push(mention);
  told.parties.push(...parties);
  const date = mention.dates[0];
  if (date && told.start === null) [told.start, told.end] = [date.start, date.end];
  for (const { place } of mention.places) if (!told.places.includes(place)) told.places.push(place);
  for (const party of parties) {
    const group = party.kind === 'group' ? party.actor : party.kind === 'perpetrators' ? party.group : null;
    if (group) told.groups.add(group);
  }
  if (mention.type !== 'unknown') told.types.add(mention.type);
}

/** Does this mention tell enough to begin an incident? */
function mayBegin(a: Analysis, mention: EventMention, parties: Party[]): boolean {
  const byAttacker = parties.some((p) => p.kind === 'group' || p.kind === 'perpetrators');
  const patientsAreAttackers =
    mention.patients.length > 0 &&
    mention.patients.every((n) => {
      const party = partyOf(a, n);
      return party.kind === 'perpetrators' || party.kind === 'group';
    });
  if (patientsAreAttackers && !byAttacker) return false;
  if (mention.word.strength === 'weak') return byAttacker || mention.weapons.length > 0;
  if (mention.pattern) return false;
  // A definite mention of something never told needs a place or a date of its own.
  return true;
}

function fit(a: Analysis, told: Told, mention: EventMention, parties: Party[], latest: boolean): number {
  const last = told.mentions.at(-1)!;
  const date = mention.dates[0];
  let score = 0;
  if (date && told.start !== null) {
    if (date.start! > told.end! || date.end! < told.start) return -1;
    score += 2;
  }
  const place = samePlace(
    told.places,
    mention.places.map((p) => p.place),
  );
  if (place === 'conflict') return -1;
  if (place === 'same') score += 1.5;
  if ((mention.status === 'occurred') !== (last.status === 'occurred') && !sameClause(last, mention)) {
    if (!mention.definite) return -1;
    score -= 1;
  }
  const groups = parties.flatMap((p) =>
    p.kind === 'group' ? [p.actor] : p.kind === 'perpetrators' && p.group ? [p.group] : [],
  );
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
  if (mention.definite) score += 2;
  if (mention.noun === null || mention.word.strength === 'weak') score += 1;
  if (mention.another && !mention.definite) score -= 3;
  const sameParagraph = a.doc.sentences[mention.sentence]!.paragraph === a.doc.sentences[last.sentence]!.paragraph;
  if (sameParagraph) score += 0.5;
  else if (mention.noun !== null && !mention.definite) score -= 0.5;
  if (date && told.start === null && distance > 1) score -= 0.5;
  return score;
}

const FIXED = new Set(['kidnapping', 'hijacking', 'assassination', 'unarmed-assault']);
const sameClause = (x: EventMention, y: EventMention): boolean => x.sentence === y.sentence && x.clause === y.clause;

/** `same`: equal, or one lies within the other; `conflict`: both are cities or sites of different cities, or countries differ. */
export function samePlace(told: PlaceEntity[], given: PlaceEntity[]): 'same' | 'conflict' | 'open' {
  if (!told.length || !given.length) return 'open';
  let conflict = false;
  for (const p of given) {
    for (const q of told) {
      if (p === q || chain(p).includes(q) || chain(q).includes(p)) return 'same';
      if (p.country && q.country && p.country !== q.country) conflict = true;
      else if (isPoint(p) && isPoint(q) && cityOf(p) !== null && cityOf(q) !== null && cityOf(p) !== cityOf(q))
        conflict = true;
    }
  }
  return conflict ? 'conflict' : 'open';
}

export function chain(place: PlaceEntity): PlaceEntity[] {
  const out: PlaceEntity[] = [];
  for (let p = place.within; p && out.length < 6; p = p.within) out.push(p);
  return out;
}

const isPoint = ({ precision }: PlaceEntity): boolean =>
  precision === 'city' || precision === 'site' || precision === 'district';
const cityOf = (place: PlaceEntity): PlaceEntity | null =>
  place.precision === 'city' ? place : (chain(place).find((p) => p.precision === 'city') ?? null);
