/** Videos, tapes, letters and posts in which armed men speak: whose they are, and who is seen or heard in them. */
import { type Analysis, within } from '../analysis.js';
import { clausesIn } from '../facts.js';
import type { ActorEntity } from '../names/entities.js';
import { headLemma, nounAt } from '../nouns.js';
import type { NounPhrase } from '../phrases.js';
import { isArmed, namedActor } from '../who.js';

/** What carries the words of a group, by the head of the phrase. */
export const MESSAGES: ReadonlySet<string> = new Set(
  `leaflet pamphlet flyer letter video recording message statement e-mail email post poster note banner magazine newsletter tape clip audio communique
  footage film broadcast audiotape videotape`.split(/\s+/),
);

/** Of these, those in which somebody is seen or heard. */
const RECORDINGS: ReadonlySet<string> = new Set(
  'video recording tape clip audio footage film broadcast audiotape videotape'.split(' '),
);

/** Who speaks in a recording without being named, by the head of the phrase. */
const VOICES: ReadonlySet<string> = new Set('man militant speaker voice narrator fighter jihadist gunman'.split(' '));

/** Sentences back in which the message may have been told of. */
const REACH = 3;

/** "a masked man", "another speaker" in a recording, "the letter": the group whose message it is; null for others. */
export function speaksInMessage(a: Analysis, np: NounPhrase): ActorEntity | null {
  const lemma = headLemma(a, np);
  const { sentence } = a.doc.tokens[np.head]!;
  if (MESSAGES.has(lemma)) return groupOfMessage(a, sentence, MESSAGES);
  return VOICES.has(lemma) ? groupOfMessage(a, sentence, RECORDINGS) : null;
}

/** "He calls on Muslims to …" after "A masked man threatens …": who opened one of the sentences before, and spoke in a recording. */
export function heInMessage(a: Analysis, token: number): ActorEntity | null {
  const { sentence } = a.doc.tokens[token]!;
  for (let s = sentence; s >= 0 && s > sentence - REACH; s--) {
    const [n] = clausesIn(a, s)[0]?.subjects ?? [];
    if (n === undefined || nounAt(a, n).last > token || /^s?he$/.test(a.doc.tokens[nounAt(a, n).head]!.lower)) continue;
    return speaksInMessage(a, nounAt(a, n));
  }
  return null;
}

/** Tokens behind a message in which its author stands. */
const AUTHOR = 12;

/** Whose message a sentence, or one shortly before it, tells of: "a video put out in the name of X", "X released a tape". */
function groupOfMessage(a: Analysis, sentence: number, media: ReadonlySet<string>): ActorEntity | null {
  for (let s = sentence; s >= 0 && s > sentence - REACH; s--) {
    const { first, last } = a.doc.sentences[s]!;
    const message = within(a.phrases.nouns, first, last).find((np) => media.has(headLemma(a, np)));
    if (!message) continue;
    const named = within(a.phrases.nouns, first, last).flatMap((np) => {
      const actor = namedActor(a, np);
      return actor && (isArmed(actor) || isOffice(actor)) ? [{ actor, first: np.first }] : [];
    });
    const whose =
      named.find((mention) => mention.first >= message.first && mention.first < message.last + AUTHOR) ??
      named.findLast((mention) => mention.first < message.first);
    if (whose) return isArmed(whose.actor) ? whose.actor : null;
  }
  return a.names.onlyGroup;
}

const isOffice = ({ kind, generic }: ActorEntity): boolean =>
  !generic && (kind === 'agency' || kind === 'organisation');
