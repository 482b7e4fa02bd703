/** What shows which slot of an event a wording fills: its own words, and how it stands to the words that tell of the event. */
import type { Clause } from '../../reading/clauses.js';
import type { Candidate } from './candidates.js';
import type { Event } from './event.js';
import type { Entity, Text } from './text.js';
import { typesOf } from './triggers.js';
import { actClass, nounClass, verbClass } from './word-classes.js';

/** Features of the wording itself, whatever the event. */
export function ownFeatures(text: Text, entity: Entity): readonly string[] {
  let known = owned.get(entity);
  if (!known) {
    known = lookAt(text, entity);
    owned.set(entity, known);
  }
  return known;
}

const owned = new WeakMap<Entity, readonly string[]>();

function lookAt(text: Text, entity: Entity): string[] {
  const { tokens } = text.a.doc;
  const out = new Set<string>();
  const { first, last, head } = entity.mentions[0]!;
  out.add(`text:${entity.key}`);
  out.add(`head:${tokens[head]!.lemma}`);
  out.add(`headword:${tokens[head]!.lower}`);
  out.add(`pos:${tokens[head]!.pos}`);
  out.add(`kind:${kindOf(text, entity)}`);
  out.add(`long:${Math.min(6, last - first)}`);
  let names = 0;
  for (let i = first; i < last; i++) {
    const { lemma, pos } = tokens[i]!;
    if (pos === 'NNP') names++;
    if (i !== head) out.add(`has:${lemma}`);
  }
  out.add(`start:${tokens[first]!.lemma}`);
  out.add(`names:${names === 0 ? 'none' : names === last - first ? `all${Math.min(3, names)}` : 'some'}`);
  for (const { form } of entity.mentions) out.add(`form:${form}`);
  const actor = text.a.names.actorAt(head)?.actor;
  if (actor) {
    out.add(`actor:${actor.kind}`);
    if (actor.key) out.add(`actor:${actor.key}`);
  }
  if (text.a.names.placeAt(head)) out.add('place');
  return [...out];
}

/** What kind of thing the entity is: the class of its head noun, or whose or what name it is. */
function kindOf({ a }: Text, { mentions }: Entity): string {
  const { head, named } = mentions[0]!;
  const { lemma, pos } = a.doc.tokens[head]!;
  const known = nounClass(lemma);
  if (known) return known;
  const actor = a.names.actorAt(head)?.actor;
  if (actor) return `actor-${actor.kind}`;
  if (a.names.placeAt(head)) return 'place';
  return named ? 'name' : pos;
}

const side = (clause: Clause): string =>
  `${clause.verb.lemma}${clause.verb.particle ? `_${clause.verb.particle}` : ''}${clause.verb.passive ? '/p' : ''}`;

/** The role with the class of its verb or noun: "subj:take/p", "of<kill"; null where it has none. */
function widerRole(role: string): string | null {
  const clause = /^(.+?):(.+?)(\/p)?$/.exec(role);
  if (clause) {
    const [verb, particle] = clause[2]!.split('_') as [string, string | undefined];
    const kind = verbClass(verb, particle ?? null);
    return kind && `${clause[1]}:${kind}${clause[3] ?? ''}`;
  }
  const [preposition, noun] = role.split('<') as [string, string | undefined];
  const kind = noun === undefined ? null : actClass(noun);
  return kind && `${preposition}<${kind}`;
}

/** How a mention stands in its clause: "subj:kidnap/p", "by:kill/p", "of<murder". */
export function rolesOf(text: Text, mention: Candidate): readonly string[] {
  let known = roles.get(mention);
  if (!known) {
    known = findRoles(text, mention);
    roles.set(mention, known);
  }
  return known;
}

const roles = new WeakMap<Candidate, readonly string[]>();

function findRoles({ a }: Text, mention: Candidate): string[] {
  const { doc, phrases, clauses, clauseAt } = a;
  const out: string[] = [];
  const noun = phrases.nounAt[mention.head] ?? -1;
  const at = clauseAt[mention.head] ?? -1;
  const here = at < 0 ? null : clauses[at]!;
  let placed = false;
  if (noun >= 0 && here)
    for (const clause of [here, clauses[at + 1], clauses[at - 1]]) {
      if (!clause || clause.sentence !== here.sentence) continue;
      if (clause.subjects.includes(noun)) out.push(`subj:${side(clause)}`);
      else if (clause.objects.includes(noun)) out.push(`obj:${side(clause)}`);
      else {
        const prep = clause.prepositional.find((p) => p.noun === noun);
        if (prep) out.push(`${prep.preposition}:${side(clause)}`);
        else continue;
      }
      placed = true;
    }
  if (!placed && here) out.push(`in:${side(here)}`);
  const { tokens } = doc;
  const before = tokens[mention.groupFirst - 1];
  const further = tokens[mention.groupFirst - 2];
  if (before && further && (before.pos === 'IN' || before.pos === 'TO')) out.push(`${before.lower}<${further.lemma}`);
  return out;
}

const bin = (n: number): string => (n <= 1 ? '1' : n <= 3 ? '3' : n <= 6 ? '6' : n <= 12 ? '12' : 'far');

const PERSON_KINDS = new Set([
  'civilian',
  'official',
  'military',
  'police',
  'rebel',
  'guard',
  'name',
  'actor-person',
  'NN',
  'NNS',
]);

/** What is told of the pronouns that may stand for a person: "…, who was kidnapped", and "he was killed" in the next sentence. */
function pronounFeatures({ a }: Text, mention: Candidate, out: Set<string>, zone: string): void {
  const { tokens, sentences } = a.doc;
  const s = tokens[mention.head]!.sentence;
  const tell = (noun: number, clause: Clause | undefined, how: string): void => {
    if (!clause) return;
    const place = clause.subjects.includes(noun) ? 'subj' : clause.objects.includes(noun) ? 'obj' : null;
    const kind = verbClass(clause.verb.lemma, clause.verb.particle);
    if (!place) return;
    out.add(`${zone}${how}:${place}:${side(clause)}`);
    if (kind) out.add(`${zone}${how}:${place}:${kind}${clause.verb.passive ? '/p' : ''}`);
  };
  const about = (from: number, to: number, words: RegExp, how: string): void => {
    for (let i = from; i < to; i++)
      if (words.test(tokens[i]!.lower)) {
        const at = a.clauseAt[i] ?? -1;
        const noun = a.phrases.nounAt[i] ?? -1;
        if (noun >= 0 && at >= 0) for (const c of [at, at + 1]) tell(noun, a.clauses[c], how);
        return;
      }
  };
  about(mention.last, Math.min(sentences[s]!.last, mention.last + 12), /^(?:who|whom)$/, 'who');
  const next = sentences[s + 1];
  if (next) about(next.first, Math.min(next.last, next.first + 10), /^(?:he|she|they|him|her|them)$/, 'then');
}

/** What stands beside the mention in apposition: "…, mayor of Achi". */
function appositionFeatures({ a }: Text, mention: Candidate, out: Set<string>): void {
  const { tokens } = a.doc;
  if (tokens[mention.last]?.lower === ',') {
    const noun = a.phrases.nouns[a.phrases.nounAt[mention.last + 1] ?? -1];
    if (noun) {
      const { lemma } = tokens[noun.head]!;
      out.add(`appos:${lemma}`);
      const kind = nounClass(lemma);
      if (kind) out.add(`appos-kind:${kind}`);
    }
  }
  for (let i = mention.groupFirst; i < mention.first; i++) {
    const { lemma } = tokens[i]!;
    out.add(`title:${lemma}`);
    const kind = nounClass(lemma);
    if (kind) out.add(`title-kind:${kind}`);
  }
}

function placeFeatures(text: Text, entity: Entity, mention: Candidate, out: Set<string>, zone: string): void {
  const { tokens, sentences } = text.a.doc;
  const { first, last } = sentences[tokens[mention.head]!.sentence]!;
  const headLemma = tokens[mention.head]!.lemma;
  const kind = kindOf(text, entity);
  for (const role of rolesOf(text, mention)) {
    const wider = widerRole(role);
    if (wider) {
      out.add(`${zone}R:${wider}`);
      out.add(`${zone}KR:${kind}|${wider}`);
    }
    out.add(`${zone}kr:${kind}|${role}`);
    out.add(`${zone}role:${role}`);
    if (zone === 'in.') {
      out.add(`role:${role}`);
      out.add(`hr:${headLemma}|${role}`);
    }
  }
  if (PERSON_KINDS.has(kind)) pronounFeatures(text, mention, out, zone);
  appositionFeatures(text, mention, out);
  const word = (i: number): string => (i < first ? '^' : i >= last ? '$' : tokens[i]!.lemma);
  out.add(`${zone}b1:${word(mention.first - 1)}`);
  out.add(`${zone}b2:${word(mention.first - 2)}_${word(mention.first - 1)}`);
  out.add(`${zone}a1:${word(mention.last)}`);
  out.add(`${zone}a2:${word(mention.last)}_${word(mention.last + 1)}`);
  for (let i = mention.first - 1; i >= first; i--)
    if (typesOf(tokens[i]!.lemma).size) {
      out.add(`${zone}left:${tokens[i]!.lemma}`);
      out.add(`${zone}left:${tokens[i]!.lemma}:${bin(mention.first - i)}`);
      break;
    }
  for (let i = mention.last; i < last; i++)
    if (typesOf(tokens[i]!.lemma).size) {
      out.add(`${zone}right:${tokens[i]!.lemma}`);
      out.add(`${zone}right:${tokens[i]!.lemma}:${bin(i - mention.last)}`);
      break;
    }
}

/** Features of the wording as a filler of the event; those of `ownFeatures` among them. */
export function entityFeatures(text: Text, event: Event, entity: Entity): string[] {
  const own = ownFeatures(text, entity);
  const { tokens } = text.a.doc;
  const out = new Set<string>(own);
  out.add(`type:${event.type}`);
  for (const f of own)
    if (f.startsWith('head:') || f.startsWith('kind:') || f.startsWith('actor:') || f.startsWith('form:'))
      out.add(`${event.type}.${f}`);
  let inside = 0;
  let nearest = 99;
  let chance = 0;
  for (const mention of entity.mentions) {
    const s = tokens[mention.head]!.sentence;
    const distance = event.sentences.reduce((d, e) => Math.min(d, Math.abs(e - s)), 99);
    if (distance === 0) inside++;
    nearest = Math.min(nearest, distance);
    chance = Math.max(chance, event.chances[s]!);
    placeFeatures(text, entity, mention, out, distance === 0 ? 'in.' : distance === 1 ? 'near.' : 'far.');
  }
  out.add(`inside:${Math.min(3, inside)}`);
  out.add(`nearest:${Math.min(4, nearest)}`);
  out.add(`chance:${Math.floor(chance * 5)}`);
  out.add(`mentions:${Math.min(4, entity.mentions.length)}`);
  const firstAt = tokens[entity.mentions[0]!.head]!.sentence - text.from;
  out.add(`first:${firstAt < 3 ? firstAt : firstAt < 8 ? 3 : 4}`);
  for (const f of own)
    if (f.startsWith('names:') || f.startsWith('actor:'))
      out.add(`${f}&inside:${Math.min(1, inside)}&near:${Math.min(2, nearest)}`);
  return [...out];
}
