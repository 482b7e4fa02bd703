/** Stated levels: "The UK threat level is unchanged at severe", "The terrorism alert stays at the second-highest of five levels". */
import type { Analysis } from '../analysis.js';
import type { Clause } from '../clauses.js';
import { sentenceSpan, speakerOf } from '../danger.js';
import { STATING } from '../lexicon/threats.js';
import type { ActorEntity } from '../names/entities.js';
import { nounAt } from '../nouns.js';
import type { Threat } from '../schema.js';
import { namedActor } from '../who.js';

/** "threat level", "terrorism alert", "alert level", "level of threat", in the folded words of a sentence. */
const LEVEL =
  /\b(?:(?:terror(?:ism|ist)? )?(?:threat|alert|risk|security) (?:level|status)|(?:state|degree) of (?:alert|threat)|terror(?:ism|ist)? (?:threat|alert)|level of (?:threat|alert)|national terrorism threat|threat (?:from|of) (?:[a-z-]+ ){0,3}terrorism)\b/;

export function findLevels(a: Analysis): Threat[] {
  const threats: Threat[] = [];
  for (const clause of a.clauses) {
    if (!STATING.has(clause.verb.lemma) || clause.verb.form !== 'finite' || clause.verb.negated) continue;
    const { first, last } = a.doc.sentences[clause.sentence]!;
    const subject = wordsOf(a, Math.max(first, clause.first), clause.verb.first);
    const predicate = wordsOf(a, clause.verb.last, Math.min(last, clause.verb.last + 8));
    const raised =
      /^(?:raise|lower|set|put|lift|keep|increase|reduce|upgrade|downgrade|elevate|hold|maintain|assess)$/.test(
        clause.verb.lemma,
      );
    if (!LEVEL.test(raised && !clause.verb.passive ? predicate : subject)) continue;
    if (threats.at(-1)?.evidence.some(([start]) => start === sentenceSpan(a, clause.sentence)[0])) continue;
    const where = placeIn(a, first, last);
    threats.push({
      actor: null,
      type: 'level',
      against: where ? [where.words] : [],
      place: where?.id ?? null,
      by: (speakerOf(a, clause) ?? (raised ? raiser(a, clause) : null))?.id ?? null,
      horizon: null,
      evidence: [sentenceSpan(a, clause.sentence)],
    });
  }
  return threats;
}

/** The office that raises or lowers the level. */
function raiser(a: Analysis, { verb, subjects, prepositional }: Clause): ActorEntity | null {
  const n = verb.passive ? prepositional.find(({ preposition }) => preposition === 'by')?.noun : subjects[0];
  if (n === undefined) return null;
  const actor = namedActor(a, nounAt(a, n));
  return actor && /^(?:agency|government|organisation)$/.test(actor.kind) ? actor : null;
}

const wordsOf = ({ doc }: Analysis, first: number, last: number): string =>
  doc.tokens
    .slice(first, last)
    .map(({ lower }) => lower)
    .join(' ');

function placeIn(a: Analysis, first: number, last: number): { id: string; words: string } | null {
  for (let i = first; i < last; i++) {
    const mention = a.names.placeAt(i);
    if (mention)
      return {
        id: mention.place.id,
        words: a.doc.text.slice(a.doc.tokens[mention.first]!.start, a.doc.tokens[mention.last - 1]!.end),
      };
  }
  return null;
}
