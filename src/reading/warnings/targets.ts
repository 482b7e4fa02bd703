/** What may be hit: what is attacked in what is told, what people are to keep away from, and what is listed as a target. */
import { ACTED, isAct, verbIn } from '../acts.js';
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { aimedAt, isDated } from '../danger.js';
import { clausesIn } from '../facts.js';
import { ATTACKING } from '../lexicon/threats.js';
import { SHUNNED } from '../lexicon/warnings.js';
import { followedBy, headLemma, isPerpetrator, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';

const ON: ReadonlySet<string> = new Set(['on', 'against', 'at', 'to', 'targeting']);
const ON_OF: ReadonlySet<string> = new Set([...ON, 'of']);
const AGAINST: ReadonlySet<string> = new Set(['against']);
const AT: ReadonlySet<string> = new Set(['at', 'in', 'to', 'around', 'near', 'with']);
const TO: ReadonlySet<string> = new Set(['to']);
const FROM: ReadonlySet<string> = new Set(['from', 'of']);
const AVOIDING: ReadonlySet<string> = new Set(
  'avoid shun stay_away keep_away move_away keep_clear steer_clear stay_out keep_out stay_off keep_off stand_clear beware attend keep stay steer leave'.split(
    ' ',
  ),
);
const WATCHING: ReadonlySet<string> = new Set(['be', 'stay', 'remain', 'exercise', 'take', 'use']);
const RISKY: ReadonlySet<string> = new Set(['threat', 'danger', 'risk']);
/** Times, dangers and ways of going are never what is hit. */
const NEVER: ReadonlySet<string> = new Set(
  'crowd occasion future turn end start eve beginning movement travel trip attack threat danger risk possibility likelihood violence unrest caution vigilance attention behalf warning alert notice'.split(
    ' ',
  ),
);
const NO_TARGET: ReadonlySet<string> = new Set(
  `attack target travel day hour week weekend week-end place area risk threat danger possibility likelihood region country authority attention alert time behalf night morning month
  mile kilometre kilometer metre meter yard block timing method year warning notice report number violence unrest home caution vigilance trip it they guard crowd city town soil territory homeland north south east west border airspace`.split(
    /\s+/,
  ),
);

/** The targets told of among the tokens [from, last) of a sentence, as worded; `told` says whether tokens are those who are told. */
export function targetsIn(
  a: Analysis,
  sentence: number,
  from: number,
  last: number,
  told: (first: number, last: number) => boolean,
): string[] {
  const nouns = new Set<number>();
  for (const clause of clausesIn(a, sentence))
    if (clause.verb.head >= from - 1 && clause.verb.head < last) for (const n of ofClause(a, clause)) nouns.add(n);
  for (let i = from; i < last; i++) {
    const n = a.phrases.nounAt[i]!;
    if (n < 0 || nounAt(a, n).last !== i + 1) continue;
    for (const m of ofNoun(a, n)) nouns.add(m);
    if (isListed(a, n)) nouns.add(n);
  }
  for (const n of [...nouns]) for (const m of joinedTo(a, n, last)) nouns.add(m);
  const wanted = [...nouns]
    .sort((one, other) => one - other)
    .filter((m) => nounAt(a, m).first >= from - 1 && isTarget(a, m, told));
  return aimedAt(a, wanted);
}

/** "churches, shopping centres and police posts": the noun phrases joined to one behind it. */
function joinedTo(a: Analysis, n: number, last: number): number[] {
  const { tokens } = a.doc;
  const out: number[] = [];
  let end = nounAt(a, n).last;
  let next = n;
  for (;;) {
    // "places of worship": what hangs on it by "of" is part of it
    while (tokens[end]?.lower === 'of' && a.phrases.nounAt[end + 1] === next + 1) end = nounAt(a, ++next).last;
    let i = end;
    while (i < last && (tokens[i]!.lower === ',' || tokens[i]!.lower === 'and' || tokens[i]!.lower === 'or')) i++;
    const m = i > end && i < last ? a.phrases.nounAt[i]! : -1;
    if (m !== next + 1 || nounAt(a, m).first !== i || isSubject(a, m)) return out;
    out.push(m);
    next = m;
    end = nounAt(a, m).last;
  }
}

/** Does a clause begin at the noun phrase: ", and visitors were told"? */
const isSubject = (a: Analysis, n: number): boolean => {
  const clause = a.clauses[a.clauseAt[nounAt(a, n).head] ?? -1];
  return clause?.subjects.includes(n) === true;
};

/** "the city centre", "the centre of X", "the road": where it is. */
function isWhere({ doc: { tokens }, names }: Analysis, { head, last }: NounPhrase): boolean {
  const { lemma } = tokens[head]!;
  const before = tokens[head - 1]?.lower ?? '';
  if (lemma === 'road') return before === 'the' || names.placeAt(head - 1) !== null;
  if (!/^(?:centre|center|district|heart|outskirts)$/.test(lemma)) return false;
  return /^(?:city|town|business)$/.test(before) || (tokens[last]?.lower === 'of' && names.placeAt(last + 1) !== null);
}

const UNNAMED: ReadonlySet<string> = new Set(
  'unnamed unspecified unknown undisclosed certain particular other'.split(' '),
);

function isTarget(a: Analysis, n: number, told: (first: number, last: number) => boolean): boolean {
  const np = nounAt(a, n);
  const { pos } = a.doc.tokens[np.head]!;
  if (!pos.startsWith('NN') && pos !== 'JJ') return false;
  const of = a.doc.tokens[np.last]?.lower === 'of';
  const before = a.doc.tokens[np.head - 1]!;
  const described = np.head > np.first && /^(?:JJ|VBN|NN)/.test(before.pos) && !UNNAMED.has(before.lower);
  if (NEVER.has(headLemma(a, np)) || (NO_TARGET.has(headLemma(a, np)) && !of && !described)) return false;
  if (isAct(a, n) || isDated(a, np.head, np.head + 1) || told(np.first, np.last)) return false;
  if (isWhere(a, np) || (a.doc.tokens[np.first - 1]?.lower === 'to' && isReply(a, n))) return false;
  // "malls popular with Westerners": the malls
  if (/^(?:popular|frequented|visited|used|favoured|favored)$/.test(a.doc.tokens[np.first - 2]?.lower ?? ''))
    return false;
  const place = a.names.placeAt(np.head);
  if (place && place.place.precision !== 'site') return false;
  return a.names.actorAt(np.head)?.actor.kind !== 'group' && !isPerpetrator(a, np);
}

/** What a clause attacks, or keeps people away from. */
function ofClause(a: Analysis, clause: Clause): number[] {
  const { verb } = clause;
  const behind = (set: ReadonlySet<string>) =>
    clause.prepositional
      .filter(({ preposition, noun }) => set.has(preposition) && !(preposition === 'to' && isReply(a, noun)))
      .map(({ noun }) => noun);
  if (clause.verb.passive && behind(AGAINST).length) return behind(AGAINST);
  if (verbIn(ATTACKING, clause))
    return verb.passive ? clause.subjects.map((n) => overPlaces(a, n)) : [...clause.objects, ...behind(ON)];
  // "a device had been left outside the courthouse"
  if (
    LAYING.has(verb.lemma) &&
    [...clause.subjects, ...clause.objects].some((n) => DEVICES.has(headLemma(a, nounAt(a, n))))
  )
    return behind(WHERE);
  if (verbIn(AVOIDING, clause) && !verb.negated && !(isStaying(clause) && isWatchful(a, clause)))
    return isAway(a, clause)
      ? behind(FROM)
      : verb.particle || verb.lemma !== 'leave'
        ? [...(STAYING.has(verb.lemma) ? [] : clause.objects), ...(verb.particle ? behind(FROM) : [])]
        : [];
  if (verb.negated && SHUNNED.has(verb.lemma)) return [...(verb.lemma === 'go' ? [] : clause.objects), ...behind(AT)];
  if (
    WATCHING.has(verb.lemma) &&
    isWatchful(a, clause) &&
    (verb.form !== 'finite' || !clause.subjects.length || verb.modal)
  )
    return behind(AT);
  if (verb.lemma === 'pose') return behind(TO);
  if (isExposed(a, clause)) return clause.subjects;
  // "was eyeing schools", "its convoys were being watched"
  if (SCOUTING.has(verb.lemma) && (verb.progressive || verb.perfect || verb.passive))
    return verb.passive ? clause.subjects : clause.objects;
  // "advised against visiting restaurants"
  if (SHUNNED.has(verb.lemma) && a.doc.tokens[verb.first - 1]?.lower === 'against')
    return [...(verb.lemma === 'go' ? [] : clause.objects), ...behind(AT)];
  // "keep vehicles from parking near public buildings"
  if (verb.form === 'gerund' && a.doc.tokens[verb.first - 1]?.lower === 'from') return behind(AT);
  if (AFFECTING.has(verb.lemma) && verb.modal) return clause.objects;
  return [];
}
/** "in response to the conflict". */
const isReply = ({ doc, phrases }: Analysis, n: number): boolean =>
  /^(?:response|retaliation|reaction|reply|relation|addition|due|contrast|answer|reprisal)$/.test(
    doc.tokens[phrases.nouns[n]!.first - 2]?.lower ?? '',
  );
/** "hotels are considered particularly exposed", "markets are vulnerable". */
function isExposed({ doc: { tokens } }: Analysis, { verb }: Clause): boolean {
  if (
    verb.negated ||
    verb.past ||
    !(verb.lemma === 'be' || (verb.passive && /^(?:consider|think|regard|deem)$/.test(verb.lemma)))
  )
    return false;
  for (let i = verb.last; i < verb.last + 4; i++)
    if (/^(?:exposed|vulnerable)$/.test(tokens[i]?.lower ?? '')) return true;
  return false;
}

const SCOUTING: ReadonlySet<string> = new Set(
  'eye scout case surveil reconnoitre reconnoiter photograph film watch observe stalk study single_out'.split(' '),
);
const LAYING: ReadonlySet<string> = new Set('leave plant place hide put lay explode detonate go blow'.split(' '));
const DEVICES: ReadonlySet<string> = new Set('device bomb package parcel explosive mine charge bombs'.split(' '));
const WHERE: ReadonlySet<string> = new Set(
  'in at outside inside under near on beneath behind beside opposite against'.split(' '),
);

/** "leaders in Tame and Fortul were to be attacked": the leaders, where the parser took the place. */
function overPlaces(a: Analysis, n: number): number {
  const isPlace = (m: number): boolean => {
    const place = a.names.placeAt(nounAt(a, m).head)?.place;
    return place !== undefined && place.precision !== 'site';
  };
  const { sentence } = a.doc.tokens[nounAt(a, n).first]!;
  let m = n;
  while (m > 0 && isPlace(m) && a.doc.tokens[nounAt(a, m - 1).first]!.sentence === sentence) m--;
  return isPlace(m) ? n : m;
}

/** "stay vigilant at X" keeps nobody away from it. */
const isStaying = ({ verb }: Clause): boolean => STAYING.has(verb.lemma) && !verb.particle;
const AFFECTING: ReadonlySet<string> = new Set(['affect', 'involve', 'include', 'occur', 'happen']);
const STAYING: ReadonlySet<string> = new Set(['keep', 'stay', 'steer', 'leave']);

export function isAway({ doc }: Analysis, { verb }: Clause): boolean {
  for (let i = verb.last; i < verb.last + 2; i++)
    if (doc.tokens[i]?.lower === 'away' || doc.tokens[i]?.lower === 'clear') return true;
  return false;
}

function isWatchful({ doc }: Analysis, { verb }: Clause): boolean {
  for (let i = verb.last; i < verb.last + 4; i++)
    if (/^(?:vigilant|alert|careful|cautious|caution|vigilance|aware|wary|care)$/.test(doc.tokens[i]?.lower ?? ''))
      return true;
  return false;
}

/** "attacks on X", "bombings of X", "a threat to X", "plots targeting X". */
function ofNoun(a: Analysis, n: number): number[] {
  const np = nounAt(a, n);
  // "bombs for a synagogue"
  if (DEVICES.has(headLemma(a, np))) {
    const [meant] = followedBy(a, np, 1);
    if (meant?.preposition === 'for') return [meant.noun];
  }
  const act = isAct(a, n);
  if (!act && !RISKY.has(headLemma(a, np))) return [];
  const set = ACTED.has(headLemma(a, np)) ? ON_OF : ON;
  return followedBy(a, np)
    .filter(({ preposition }) => set.has(preposition))
    .map(({ noun }) => noun);
}

const MARKING: ReadonlySet<string> = new Set(
  'as possible potential likely conceivable prime suitable legitimate attractive soft are be is remain become'.split(
    ' ',
  ),
);

/** "targets such as X", "possible targets: X, Y", "X as possible targets", "X are potential targets". */
function isListed(a: Analysis, n: number): boolean {
  const { tokens } = a.doc;
  let i = nounAt(a, n).first - 1;
  for (let guard = 0; guard < 40 && i >= 0; guard++) {
    const { lower, sentence } = tokens[i]!;
    if (sentence !== tokens[nounAt(a, n).first]!.sentence) break;
    if (lower === ',' || lower === 'and' || lower === 'or' || lower === ';') {
      const before = a.phrases.nounAt[i - 1]!;
      if (before < 0) i--;
      else i = startOf(a, before) - 1;
      continue;
    }
    if (lower === 'list' || lower === 'name' || lower === 'listed' || lower === 'named') return hasTargetAhead(a, n);
    const before = tokens[i - 1]?.lower ?? '';
    if (lower === 'as') return before === 'such' && (namesTargets(tokens[i - 2]?.lemma) || isOfHost(a, i - 2));
    if (lower === 'including' || lower === 'include' || lower === 'includes' || lower === 'are' || lower === ':')
      return (
        namesTargets(tokens[i - 1]?.text === ',' ? tokens[i - 2]?.lemma : tokens[i - 1]?.lemma) ||
        (lower === 'including' && isOfHost(a, i - 1))
      );
    if (lower === 'at' && before === 'including') return true;
    break;
  }
  const before = tokens[nounAt(a, n).first - 1];
  return (before?.pos !== 'IN' || before.lower === 'that' || before.lower === 'with') && hasTargetAhead(a, n);
}

/** "places where foreigners gather, such as": what the list spells out stands before a relative clause. */
function isOfHost({ doc: { tokens } }: Analysis, comma: number): boolean {
  if (tokens[comma]?.text !== ',') return false;
  for (let i = comma - 1; i > comma - 9 && i > 0; i--)
    if (/^(?:where|that|which|used|frequented|visited|popular)$/.test(tokens[i]!.lower))
      return HOSTS.has(tokens[i - 1]!.lemma);
  return false;
}

const namesTargets = (lemma: string | undefined): boolean => lemma !== undefined && HOSTS.has(lemma);
const HOSTS: ReadonlySet<string> = new Set(
  'target targets place site location venue area facility spot building installation gathering event foreigner westerner visitor tourist'.split(
    ' ',
  ),
);
const TARGETS: ReadonlySet<string> = new Set(['target', 'targets']);

/** Is the phrase, with those joined to it, said to be a target: "X and Y as possible targets", "X are potential targets"? */
function hasTargetAhead(a: Analysis, n: number): boolean {
  const { tokens } = a.doc;
  let i = nounAt(a, n).last;
  for (let guard = 0; guard < 60 && i < tokens.length; guard++) {
    const { lower } = tokens[i]!;
    const next = a.phrases.nounAt[i]!;
    if (
      lower === ',' ||
      lower === 'and' ||
      lower === 'or' ||
      lower === 'of' ||
      lower === 'on' ||
      lower === 'all' ||
      lower === 'also'
    )
      i++;
    else if (next >= 0 && !TARGETS.has(tokens[nounAt(a, next).head]!.lemma)) i = nounAt(a, next).last;
    else break;
  }
  let marked = false;
  for (let j = i; j < i + 6 && j < tokens.length; j++) {
    if (MARKING.has(tokens[j]!.lower)) marked = true;
    if (TARGETS.has(tokens[j]!.lemma)) return marked;
  }
  return false;
}

/** First token of a phrase with the one that it hangs on by "of". */
function startOf(a: Analysis, n: number): number {
  const np = nounAt(a, n);
  return n > 0 && a.doc.tokens[np.first - 1]?.lower === 'of' && nounAt(a, n - 1).last === np.first - 1
    ? nounAt(a, n - 1).first
    : np.first;
}
