/**
 * Threats: what somebody can do, means to do, is preparing or calls for, and stated levels of threat. Who says so is kept
 * apart. Acts that were done are incidents, and telling somebody to beware is a warning: neither is read here.
 */
import type { Analysis } from '../analysis.js';
import { sentenceSpan, speakerOf } from '../danger.js';
import { endOf } from '../facts.js';
import { HAVING } from '../lexicon/threats.js';
import { PAPERS } from '../lexicon/warnings.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import { ownVoice } from '../own-voice.js';
import type { Threat, Warning } from '../schema.js';
import { authorOf } from '../warnings/telling.js';
import type { Found } from './found.js';
import { horizonOf } from './horizon.js';
import { findLevels } from './levels.js';
import { byMenace } from './menace.js';
import { speaksInMessage } from './messages.js';
import { byNoun, byVerb } from './modes.js';

/** What a report threatens with; `warnings` are those found in it. */
export function findThreats(a: Analysis, warnings: readonly Warning[]): Threat[] {
  const found: Found[] = [];
  let n = 0;
  for (const clause of a.clauses) {
    a.trace?.by('threats/modes.ts, menace.ts', clause);
    const menaces = byMenace(a, clause);
    const told = menaces.length ? menaces : byVerb(a, clause);
    for (const one of told) a.trace?.makes(one);
    found.push(...told);
    for (const end = endOf(a, clause); n < a.phrases.nouns.length && nounAt(a, n).last <= end; n++) {
      const held = HAVING.has(headLemma(a, nounAt(a, n))) ? byNoun(a, n) : null;
      if (held) {
        a.trace?.by('lexicon/threats.ts: HAVING', clause);
        a.trace?.makes(held);
        found.push(held);
      }
    }
  }
  const threats: Threat[] = [];
  const ofActor = new Map<string, Threat[]>();
  for (const one of found) if (!isOnline(a, one.clause.sentence)) put(a, threats, ofActor, one);
  saidByWarners(a, threats, warnings);
  a.trace?.by('threats/levels.ts');
  const levels = findLevels(a);
  for (const level of levels) a.trace?.makes(level);
  return [...threats, ...levels];
}

/** "alerted us to a plan by X": what somebody warns of, they say; an office in its own warning speaks in its own voice. */
function saidByWarners(a: Analysis, threats: readonly Threat[], warnings: readonly Warning[]): void {
  const own = ownVoice(a)?.id;
  const issuerAt = new Map<number, string>();
  for (const { issuer, evidence } of warnings)
    if (issuer !== null && issuer !== own)
      for (const [start] of evidence) if (!issuerAt.has(start)) issuerAt.set(start, issuer);
  for (const threat of threats) {
    const issuer = threat.by === null ? issuerAt.get(threat.evidence[0]![0]) : undefined;
    if (issuer !== undefined && issuer !== threat.actor) threat.by = issuer;
  }
}

const ONLINE: ReadonlySet<string> = new Set(
  'website hacker ddos cyberattack server malware hack hacking cyber ransomware hacktivist'.split(' '),
);

/** Is it about machines and sites, not about violence? */
function isOnline({ doc }: Analysis, sentence: number): boolean {
  const { first } = doc.sentences[Math.max(0, sentence - 1)]!;
  const { last } = doc.sentences[sentence]!;
  for (let i = first; i < last; i++) if (ONLINE.has(doc.tokens[i]!.lemma)) return true;
  return false;
}

/**
 * One threat for each actor, type and speaker, where the report's own voice and the actor's own words count with any; and
 * one for what a sentence tells of an actor's means and intentions ("can still kill and will try to"). What is said again
 * adds to it. The threat where it is new.
 */
function put(a: Analysis, threats: Threat[], ofActor: Map<string, Threat[]>, found: Found): void {
  const { actor, type, against, clause, by: own } = found;
  const by = (own ?? sayer(a, found))?.id ?? null;
  const evidence = sentenceSpan(a, clause.sentence);
  const told = ofActor.get(actor.id) ?? nameless(a, threats, found) ?? [];
  const known = told.find(
    (one) =>
      (one.by === by || [one.by, by].some((id) => id === null || (id === actor.id && isSame(one, against)))) &&
      (one.type === type ||
        (MEANT.has(type) &&
          MEANT.has(one.type) &&
          one.by === by &&
          (one.evidence.at(-1)![0] === evidence[0] || isTakenUp(a, one, found)))),
  );
  const threat: Threat = known ?? {
    actor: actor.id,
    type,
    against: [],
    place: null,
    by,
    horizon: horizonOf(a, clause.sentence),
    evidence: [],
  };
  threat.by ??= by;
  a.trace?.becomes(found, threat);
  for (const words of against) if (!threat.against.includes(words)) threat.against.push(words);
  if (threat.evidence.at(-1)?.[0] !== evidence[0]) threat.evidence.push(evidence);
  if (known) return;
  threats.push(threat);
  ofActor.set(actor.id, [...told, threat]);
}

/** "Extremist groups are plotting attacks. Terrorists may strike …": the nameless go on being spoken of. */
function nameless(a: Analysis, threats: readonly Threat[], { actor }: Found): Threat[] | null {
  const last = threats.at(-1);
  if (!actor.generic || !last?.actor) return null;
  const before = a.names.actor(last.actor);
  // "right-wing extremists" are others than those spoken of before
  return before.generic && (!actor.name.includes(' ') || head(actor) === head(before)) ? [last] : null;
}

const head = ({ name }: ActorEntity): string => name.slice(name.lastIndexOf(' ') + 1).toLowerCase();

/** "X continues to plot attacks. They may strike with little warning, targeting …": the sentence before goes on. */
function isTakenUp(a: Analysis, one: Threat, { clause, against }: Found): boolean {
  if (one.against.length && against.length) return false;
  const [start] = one.evidence.at(-1)!;
  return [1, 2].some((back) => clause.sentence >= back && sentenceSpan(a, clause.sentence - back)[0] === start);
}

/** Are the same aimed at, or in one of the two nobody in particular? */
const isSame = (one: Threat, against: readonly string[]): boolean =>
  !one.against.length || !against.length || against.some((words) => one.against.includes(words));

/** Who says so; nobody where a group's own deeds "have shown" it. */
function sayer(a: Analysis, { actor, clause }: Found): ActorEntity | null {
  const noun = a.speakers[clause.index]?.noun;
  // "the alert stated that": whose it is
  if (noun !== undefined && PAPERS.has(headLemma(a, nounAt(a, noun))))
    return authorOf(a, noun) ?? speaksInMessage(a, nounAt(a, noun));
  const speaker = speakerOf(a, clause);
  const said = a.clauses[a.speakers[clause.index]?.clause ?? -1];
  return speaker === actor && said !== undefined && /^(?:show|indicate|suggest)$/.test(said.verb.lemma)
    ? null
    : speaker;
}

/** What somebody means and is able to do is told in one breath. */
const MEANT: ReadonlySet<string> = new Set(['intent', 'capability', 'plotting']);
