/** In whose name a report speaks: an office's own statement, bulletin or digest. */
import { type Analysis, within } from './analysis.js';
import { foldWord } from './fold.js';
import type { ActorEntity } from './names/entities.js';
import type { DateRange } from './schema.js';

/** Sentences from the top, or from the bottom, in which the office that speaks must be named. */
const HEAD = 4;
const TAIL = 3;

const known = new WeakMap<Analysis, ActorEntity | null>();

/** The publisher, where the text names it; else the office that its heading or its signature names, where the report has no dateline. */
export function ownVoice(a: Analysis): ActorEntity | null {
  let actor = known.get(a);
  if (actor === undefined) {
    actor =
      byField(a) ??
      byPublisher(a) ??
      (a.dates.some(({ kind }) => kind === 'dateline') && a.publisher ? null : byHeading(a));
    known.set(a, actor);
  }
  return actor;
}

/** Does the report's publisher speak in its own name: is the office that speaks the one that publishes it? */
export function isPublishers(a: Analysis): boolean {
  const own = ownVoice(a);
  return (
    own !== null &&
    a.publisher !== null &&
    [own.name, ...own.aliases].some((name) => foldWord(name) === foldWord(a.publisher!))
  );
}

/** Labels of the field in which an alert says whose it is. */
const ISSUER_FIELD: ReadonlySet<string> = new Set([
  'issued by',
  'issuer',
  'issuing office',
  'issuing authority',
  'issuing post',
  'originator',
]);

/** "Issued by: U.S. Embassy Moscow": the office that a field names, whoever hands the alert on. */
function byField(a: Analysis): ActorEntity | null {
  const { tokens, sentences } = a.doc;
  const end = sentences[Math.min(2 * HEAD, sentences.length) - 1]?.last ?? 0;
  for (let i = 1; i < end; i++) {
    if (tokens[i]!.text !== ':') continue;
    const label = tokens[i - 1]!.lower;
    if (!ISSUER_FIELD.has(label) && !ISSUER_FIELD.has(`${tokens[i - 2]?.lower ?? ''} ${label}`)) continue;
    const named = within(a.names.actorMentions, i + 1, i + 1 + LONGEST)[0];
    if (named && isOffice(named.actor)) return named.actor;
  }
  return null;
}

function byPublisher(a: Analysis): ActorEntity | null {
  if (!a.publisher) return null;
  const words = foldWord(a.publisher).split(/\s+/);
  for (const { actor } of a.names.actorMentions)
    if ([actor.name, ...actor.aliases].some((name) => foldWord(name) === foldWord(a.publisher!))) return actor;
  const { tokens } = a.doc;
  for (let i = 0; i + words.length <= tokens.length; i++)
    if (words.every((word, k) => tokens[i + k]!.lower === word)) return a.names.actorFor(i, i + words.length);
  return null;
}

function byHeading(a: Analysis): ActorEntity | null {
  const { sentences, tokens } = a.doc;
  const last = sentences[Math.min(HEAD, sentences.length) - 1]?.last ?? 0;
  const line = headingOffice(a, last);
  if (line) return line;
  const named = within(a.names.actorMentions, 0, last).find(({ actor, first }) => {
    const before = tokens[first - 1]?.lower ?? '';
    return isOffice(actor) && !/^(?:on|against|with|to|of|in)$/.test(before);
  });
  if (named) return named.actor;
  const tail = sentences[Math.max(0, sentences.length - TAIL)]?.first ?? 0;
  return within(a.names.actorMentions, tail, tokens.length).find(({ actor }) => isOffice(actor))?.actor ?? null;
}

/** No heading is longer. */
const LONGEST = 9;

/** "MINISTRY OF FOREIGN AFFAIRS", "DEFENCE MEDIA DIRECTORATE": a line that is the name of an office, known or not. */
function headingOffice(a: Analysis, end: number): ActorEntity | null {
  const { tokens, text } = a.doc;
  for (let i = 0; i < end; ) {
    let last = i + 1;
    while (last < end && !text.slice(tokens[last - 1]!.end, tokens[last]!.start).includes('\n')) last++;
    const heads = tokens.slice(i, last).some(({ lower }) => OFFICE_WORDS.has(lower));
    const plain =
      last - i <= LONGEST &&
      tokens.slice(i, last).every(({ pos, text: word }) => !/^(?:VB[DPZ]|MD)$/.test(pos) && !/[:.;]/.test(word));
    if (heads && plain) {
      const inner = within(a.names.actorMentions, i, last).find(({ actor }) => isOffice(actor));
      return inner?.actor ?? a.names.actorFor(i, last);
    }
    i = last;
  }
  return null;
}
const OFFICE_WORDS: ReadonlySet<string> = new Set(
  'ministry department embassy consulate directorate office agency command service bureau centre center commission council police desk headquarters authority'.split(
    ' ',
  ),
);

const isOffice = ({ kind, of, generic }: ActorEntity): boolean =>
  !generic &&
  (kind === 'agency' ||
    kind === 'government' ||
    kind === 'organisation' ||
    (kind === 'person' && of?.kind === 'government'));

/** The day of publication where the text names it. */
export function publishedAt(a: Analysis): DateRange | null {
  const date = a.dates.find(({ start }) => start !== null && start === a.doc.published);
  return date ? { start: date.start, end: date.end, at: date.at } : null;
}

/** Tokens of a line that is a signature. */
const SIGNATURE = 9;
const groupVoices = new WeakMap<Analysis, ActorEntity | null>();

/** The armed group in whose name a communique speaks: its signature is a line of its own, or its heading says whose it is. */
export function groupVoice(a: Analysis): ActorEntity | null {
  let actor = groupVoices.get(a);
  if (actor === undefined) {
    actor = bySignature(a) ?? byTitle(a);
    groupVoices.set(a, actor);
  }
  return actor;
}

function bySignature(a: Analysis): ActorEntity | null {
  const { sentences, tokens } = a.doc;
  for (let s = sentences.length - 1; s > 0 && s >= sentences.length - TAIL; s--) {
    const { first, last } = sentences[s]!;
    const named = within(a.names.actorMentions, first, last).find(({ actor }) => actor.kind === 'group');
    if (
      named &&
      last - first <= SIGNATURE &&
      tokens.slice(first, last).every(({ pos }) => !/^(?:VB[DPZ]|MD)$/.test(pos))
    )
      return named.actor;
  }
  return null;
}

/** "Communiqué of X", "Statement by X on the operation at Y". */
function byTitle(a: Analysis): ActorEntity | null {
  const { sentences, tokens } = a.doc;
  for (let s = 0; s < Math.min(2, sentences.length); s++) {
    const { first, last } = sentences[s]!;
    const heads = tokens
      .slice(first, first + 3)
      .some(({ lower }) => /^(?:statement|communiqu[eé]|declaration|message)$/.test(lower));
    const named = heads ? within(a.names.actorMentions, first, last)[0] : undefined;
    if (named?.actor.kind === 'group' && /^(?:of|by|from|the)$/.test(tokens[named.first - 1]?.lower ?? ''))
      return named.actor;
  }
  return null;
}
