/** How real an act is: what governs its verb or noun makes it planned, foiled, attempted, threatened, or no act at all. */
import { type Analysis, within } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { OWN_DEED } from '../lexicon/attributions.js';
import {
  GOVERNING_NOUNS,
  GOVERNING_VERBS,
  HYPOTHETICAL_MARKERS,
  HYPOTHETICAL_MODALS,
  MODIFIERS,
  type Reality,
} from '../lexicon/status.js';
import type { NounPhrase } from '../phrases.js';

/** No act, with the reason for whoever asks. */
function none(a: Analysis, reason: string): 'none' {
  a.trace?.because(`incidents/reality.ts: ${reason}`);
  return 'none';
}

/** The status of the act that a clause's verb tells. */
export function realityOfVerb(a: Analysis, clause: Clause): Reality {
  const { verb } = clause;
  if (verb.negated) return none(a, 'negated');
  const deniedOf = [...clause.subjects, ...clause.objects, ...clause.prepositional.map((p) => p.noun)];
  const denies = (i: number): boolean => /^(?:no|hardly|nobody|none|nothing)$/.test(a.doc.tokens[i]?.lower ?? '');
  if (
    deniedOf.some(
      (n) => denies(a.phrases.nouns[n]!.first) || a.doc.tokens[a.phrases.nouns[n]!.first - 1]?.lower === 'hardly',
    )
  )
    return none(a, 'denied of its subject or object'); // "in no country", "no one was killed"
  if (a.doc.tokens[verb.first - 1]?.lower === 'whoever') return none(a, 'said of whoever would');
  if (verb.form === 'gerund' && isMarkOf(a, verb.first)) return none(a, 'what marks on somebody tell of');
  if (clause.marker !== null && HYPOTHETICAL_MARKERS.has(clause.marker))
    return none(a, 'lexicon/status.ts HYPOTHETICAL_MARKERS');
  if (clause.marker === 'before' && verb.modal === 'could') return 'foiled'; // "was overpowered before he could set it off"
  if (verb.modal && HYPOTHETICAL_MODALS.has(verb.modal) && !verb.perfect)
    return none(a, 'lexicon/status.ts HYPOTHETICAL_MODALS');
  if (verb.modal && verb.perfect && verb.modal !== 'will') return none(a, 'a modal verb');
  if (verb.form === 'infinitive') return infinitive(a, clause);
  if (joinedToNone(a, clause)) return none(a, 'joined to what is no act');
  if (isPresent(a, clause) && !tellsStory(a, clause)) return none(a, 'present tense that tells no story');
  return governed(a, clause) ?? 'occurred';
}

/** "showed signs of heavy beating": what was done to a prisoner is no act that the report is about. */
export function isMarkOf({ doc: { tokens } }: Analysis, at: number): boolean {
  const of = tokens[at - 1]?.lower === 'of' ? at - 1 : at - 2;
  return tokens[of]?.lower === 'of' && /^(?:sign|mark|trace)$/.test(tokens[of - 1]?.lemma ?? '');
}

/** "in danger of being killed, hurt or kidnapped": what holds of the first holds of those joined to it. */
function joinedToNone(a: Analysis, clause: Clause): boolean {
  const before = a.clauses[clause.index - 1];
  if (!before || before.sentence !== clause.sentence || clause.marker !== null || !isJoined(a, clause)) return false;
  if (clause.verb.form === 'finite' && before.verb.form === 'finite') return false;
  return before.verb.form !== 'finite' ? realityOfVerb(a, before) === 'none' : false;
}

const isJoined = (a: Analysis, { verb }: Clause): boolean =>
  /^(?:and|or|,)$/.test(a.doc.tokens[verb.first - 1]?.lower ?? '') || a.doc.tokens[verb.first - 1]?.pos === 'RB';

const isPresent = (a: Analysis, { verb }: Clause): boolean =>
  !verb.past &&
  verb.form === 'finite' &&
  !verb.perfect &&
  !verb.progressive &&
  !verb.passive &&
  /^VB[PBZ]$/.test(a.doc.tokens[verb.head]!.pos);

/** Headlines and chronologies tell the past in the present: "Gunmen kill 12 in Kabul", "22 March. Four gunmen attack a hall." */
function tellsStory(a: Analysis, clause: Clause): boolean {
  if (clause.sentence === 0 || isOfEntry(a, clause.sentence)) return true;
  const { tokens } = a.doc;
  const some = (n: number): boolean => {
    const { first, head } = a.phrases.nouns[n]!;
    return tokens.slice(first, head).some((t) => t.pos === 'CD') || /^(?:an?|at|more)$/.test(tokens[first]!.lower);
  };
  return (
    clause.subjects.some(some) ||
    (clause.objects.some(some) &&
      clause.subjects.length > 0 &&
      tokens[a.phrases.nouns[clause.subjects[0]!]!.head]!.pos === 'NNS')
  );
}

/** "9 August. The home of X comes under fire.": of a chronicle, whose entries open with their day. */
function isOfEntry(a: Analysis, sentence: number): boolean {
  const { sentences, tokens } = a.doc;
  const { paragraph } = sentences[sentence]!;
  let s = sentence;
  while (s > 0 && sentence - s < LONGEST_ENTRY && sentences[s - 1]!.paragraph === paragraph) s--;
  const { first } = sentences[s]!;
  const [date] = within(a.dates, first, first + LEAD);
  return date?.first === first && /^[.:–—-]$/.test(tokens[date.last]?.text ?? '');
}
/** Sentences of an entry. */
const LONGEST_ENTRY = 12;
/** Tokens of a day at the head of an entry. */
const LEAD = 6;

/** "planned to bomb", "a plot to kill", "tried to storm"; a purpose ("went there to kill") is no act. */
function infinitive(a: Analysis, clause: Clause): Reality {
  const before = a.doc.tokens[clause.verb.first - 1];
  const noun = before ? a.phrases.nouns[a.phrases.nounAt[clause.verb.first - 1] ?? -1] : undefined;
  if (noun) {
    const reality = GOVERNING_NOUNS.get(a.doc.tokens[noun.head]!.lemma);
    if (reality) {
      const outer = a.clauses[a.clauseAt[noun.head] ?? -1];
      const verb = outer && outer !== clause ? GOVERNING_VERBS.get(withParticle(outer)) : undefined;
      return verb === 'foiled' ? 'foiled' : reality;
    }
  }
  const parent = a.clauses[clause.parent];
  if (!parent) return none(a, 'an infinitive that nothing governs');
  if (MEANT.test(parent.verb.lemma) && parent.verb.past && !parent.verb.negated && !parent.verb.passive)
    return 'planned';
  if (parent.verb.lemma === 'be' && parent.verb.past && !parent.verb.negated && parent.verb.last === clause.verb.first)
    return 'planned'; // "was to be bombed on 6 March", "were to have gone off"
  const reality = GOVERNING_VERBS.get(withParticle(parent));
  if (reality && reality !== 'none' && reality !== 'foiled' && isPresent(a, parent) && !tellsStory(a, parent))
    return none(a, 'what they are wont to do'); // "the group seeks to kidnap foreigners"
  if (reality && reality !== 'none')
    return parent.verb.negated || (parent.verb.modal && parent.verb.modal !== 'would')
      ? none(a, 'what governs it is negated or only possible')
      : reality;
  // "is believed to have killed 20", "claims to have attacked a base"
  const told = parent.verb.passive
    ? !/^(?:expect|suppose|mean)$/.test(parent.verb.lemma)
    : OWN_DEED.test(parent.verb.lemma);
  if (clause.verb.perfect && told && !parent.verb.negated) return 'occurred';
  if (
    /^(?:order|instruct|direct|command|send|manage)$/.test(parent.verb.lemma) &&
    parent.verb.past &&
    !parent.verb.negated
  )
    return 'occurred';
  if (/^(?:charge|accuse|convict|suspect)$/.test(parent.verb.lemma)) return 'planned';
  return none(a, 'an infinitive of purpose');
}

/** "meant to abduct the minister": what it was that was planned, where it is told of one past plan. */
/** "called for the killing of two journalists". */
const CALLS_FOR = /^(?:call(?:s|ed|ing)?|appeal(?:s|ed|ing)?|press(?:es|ed)?|argu(?:es|ed))$/;
const MEANT = /^(?:mean|aim)$/;

/** "was accused of planning to bomb …": a clause under a governing one in gerund. */
function governed(a: Analysis, clause: Clause): Reality | null {
  if (clause.verb.form !== 'gerund') return null;
  const before = a.doc.tokens[clause.verb.first - 1]?.lower;
  if (before === 'by') {
    const parent = a.clauses[clause.parent];
    const reality = parent && parent.verb.form === 'infinitive' ? realityOfVerb(a, parent) : null;
    return reality === 'occurred' ? null : reality; // "planned to kill him by blowing up his car"
  }
  if (before === 'of' || before === 'from' || before === 'without') {
    const parent = a.clauses[clause.parent];
    if (before === 'without') return none(a, 'without');
    if (parent && /^(?:prevent|stop|keep)$/.test(parent.verb.lemma)) return 'foiled';
    const noun = a.phrases.nouns[a.phrases.nounAt[clause.verb.first - 2] ?? -1];
    if (
      noun &&
      /^(?:danger|fear|threat|capable|chance|risk|possibility|intention|hope|idea|way|means|aim|goal|purpose|policy|habit|talk|practice|history|dream)$/.test(
        a.doc.tokens[noun.head]!.lemma,
      )
    )
      return none(a, 'of a danger, aim or habit');
    return null;
  }
  return null;
}

const withParticle = ({ verb }: Clause): string => (verb.particle ? `${verb.lemma} ${verb.particle}` : verb.lemma);

/** The status of the act that a noun names, by its modifiers, by the noun before "of", by the verb whose object it is. */
export function realityOfNoun(a: Analysis, noun: NounPhrase, clause: Clause | null): Reality {
  const { tokens } = a.doc;
  let reality: Reality = /^(?:plot|conspiracy)$/.test(tokens[noun.head]!.lemma) ? 'planned' : 'occurred';
  for (let i = noun.first; i < noun.head; i++) {
    const { lower } = tokens[i]!;
    const modifier = MODIFIERS.get(lower);
    if (modifier) reality = modifier;
    if (lower === 'no' || lower === 'any' || lower === 'every' || lower === 'each')
      return none(a, 'no, any, every or each');
  }
  if (reality === 'none') return none(a, 'lexicon/status.ts MODIFIERS');
  if (tokens[noun.first - 1]?.lower === 'of' && tokens[noun.first - 2]?.lower === 'one')
    return none(a, 'one of several'); // "one of the deadliest attacks"
  if (/^(?:of|to|for|on|about|against|to)$/.test(tokens[noun.first - 1]?.lower ?? '')) {
    const governor = a.phrases.nouns[a.phrases.nounAt[noun.first - 2] ?? -1];
    const lemma = governor ? tokens[governor.head]!.lemma : '';
    // "there were no signs of a plot"
    if (
      governor &&
      /^(?:sign|evidence|indication|trace|hint|proof)$/.test(lemma) &&
      tokens[governor.first]!.lower === 'no'
    )
      return none(a, 'no sign of it');
    if (tokens[noun.first - 1]!.lower === 'for' && CALLS_FOR.test(tokens[noun.first - 2]!.lower))
      return none(a, 'only called for');
    const found = GOVERNING_NOUNS.get(lemma);
    if (found === 'none' && /^(?:anniversary|history|kind|type|series|wave|campaign|spate)$/.test(lemma))
      return lemma === 'anniversary' && reality === 'occurred'
        ? 'occurred'
        : none(a, 'lexicon/status.ts GOVERNING_NOUNS');
    if (found)
      reality = found === 'planned' && reality === 'occurred' ? 'planned' : found === 'none' ? 'none' : reality;
    if (reality === 'none') return none(a, 'lexicon/status.ts GOVERNING_NOUNS');
  }
  if (tokens[noun.first - 1]?.lower === 'without') return none(a, 'without');
  if (!clause) return isRated(a, noun) ? none(a, 'rated for its likelihood') : reality;
  if (
    /^(?:of|about)$/.test(tokens[noun.first - 1]?.lower ?? '') &&
    tokens[noun.first - 2]?.lemma === clause.verb.lemma &&
    /^(?:speak|talk|dream|think|boast|fantasise|fantasize|muse)$/.test(clause.verb.lemma) &&
    /^an?$/.test(tokens[noun.first]!.lower)
  )
    return none(a, 'only spoken of');
  // "an attack might be coming", "an attack on the country itself would be harder"
  if (isUnlikely(a, noun, clause)) return none(a, 'judged likely or unlikely');
  const isSubject = !clause.verb.passive && clause.subjects.some((n) => a.phrases.nouns[n] === noun);
  if (isSubject && clause.verb.modal && HYPOTHETICAL_MODALS.has(clause.verb.modal) && !clause.verb.perfect)
    return none(a, 'lexicon/status.ts HYPOTHETICAL_MODALS');
  const isObject =
    clause.objects.some((n) => a.phrases.nouns[n] === noun) ||
    (clause.verb.passive && clause.subjects.some((n) => a.phrases.nouns[n] === noun));
  if (isObject) {
    const { verb } = clause;
    const found = GOVERNING_VERBS.get(withParticle(clause));
    if (found) {
      if (found === 'planned' && isPastByItself(a, noun)) return reality; // "planning the 2002 Bali bombings"
      if (found === 'none' || (verb.negated && found !== 'foiled')) return none(a, 'lexicon/status.ts GOVERNING_VERBS');
      if (
        found === 'planned' &&
        isPresent(a, clause) &&
        clause.subjects.some((n) =>
          /^(?:those|people|anyone|who|persons?)$/.test(tokens[a.phrases.nouns[n]!.head]!.lower),
        )
      )
        return none(a, 'said of whoever would');
      return found === 'foiled'
        ? verb.negated
          ? reality
          : verb.modal
            ? none(a, 'a modal verb')
            : 'foiled'
        : verb.modal
          ? none(a, 'a modal verb')
          : found;
    }
    if (reality === 'planned') return reality;
    if (verb.negated && !/^(?:claim|condemn|say|confirm)$/.test(verb.lemma)) return none(a, 'negated');
    if (verb.modal && HYPOTHETICAL_MODALS.has(verb.modal) && !verb.perfect && !verb.passive)
      return none(a, 'lexicon/status.ts HYPOTHETICAL_MODALS');
    if (verb.form === 'infinitive') return infinitiveObject(a, clause);
  }
  if (clause.marker !== null && HYPOTHETICAL_MARKERS.has(clause.marker) && !noun.owner)
    return none(a, 'lexicon/status.ts HYPOTHETICAL_MARKERS');
  return reality;
}

/** "the 2002 Bali bombings", "the attacks that killed 202": known, with a day that is past, or with what came of it. */
function isPastByItself(a: Analysis, { first, head, last }: NounPhrase): boolean {
  const { tokens, published } = a.doc;
  if (tokens[first]!.lower !== 'the') return false;
  const [date] = within(a.dates, first, head);
  if (date && date.end !== null && published !== null && date.end < published) return true;
  const next = a.clauses[a.clauseAt[last] ?? -1];
  return (
    /^(?:that|which)$/.test(tokens[last]?.lower ?? '') &&
    next?.verb.first === last + 1 &&
    next.verb.past &&
    next.verb.form === 'finite'
  );
}

/** "Assault on the port: realistic possibility." */
function isRated(a: Analysis, noun: NounPhrase): boolean {
  const { last } = a.doc.sentences[a.doc.tokens[noun.head]!.sentence]!;
  return a.doc.tokens
    .slice(noun.last, last)
    .some((t) => /^(?:likely|unlikely|possible|probable|possibility|probability|likelihood|chance)$/.test(t.lower));
}

/** "a plot is unlikely, "kidnapping is a real chance": judged, not told. */
function isUnlikely(a: Analysis, noun: NounPhrase, { verb, subjects }: Clause): boolean {
  if (verb.lemma !== 'be' && verb.lemma !== 'remain' && verb.lemma !== 'seem') return false;
  if (!subjects.some((n) => a.phrases.nouns[n] === noun)) return false;
  for (let i = verb.last; i < Math.min(verb.last + 4, a.doc.tokens.length); i++)
    if (
      /^(?:unlikely|likely|possible|probable|conceivable|feasible|imminent|expected|chance|possibility|risk|threat|danger|concern)$/.test(
        a.doc.tokens[i]!.lower,
      )
    )
      return true;
  return false;
}

/** "planned to carry out an attack": as of the infinitive itself. */
function infinitiveObject(a: Analysis, clause: Clause): Reality {
  return /^(?:condemn|investigate|remember|describe|mark|avenge|answer|discuss|claim)$/.test(clause.verb.lemma)
    ? 'occurred'
    : infinitive(a, clause);
}
