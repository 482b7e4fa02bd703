/** Features for what is said about an event and its fills in fixed words: stage, category, types, effects, confidence. */
import { clausesIn } from '../../reading/facts.js';
import type { Choice } from './choice.js';
import { entityFeatures, ownFeatures, rolesOf } from './entity-features.js';
import type { Event } from './event.js';
import type { Fill } from './fills.js';
import type { Entity, Text } from './text.js';

/** Words and clauses of the event's sentences. */
export function eventFeatures(text: Text, event: Event): string[] {
  const { tokens, sentences } = text.a.doc;
  const out = new Set<string>([`type:${event.type}`]);
  for (const s of event.sentences) {
    const { first, last } = sentences[s]!;
    let previous = '^';
    for (let i = first; i < last; i++) {
      const { lemma, pos } = tokens[i]!;
      if (pos === 'SYM' || pos === 'DT' || pos === 'CD') continue;
      out.add(`w:${lemma}`);
      out.add(`b:${previous}_${lemma}`);
      previous = lemma;
    }
    for (const { verb } of clausesIn(text.a, s))
      out.add(`v:${verb.lemma}:${verb.negated ? 'not' : ''}${verb.modal ?? ''}${verb.form}`);
  }
  return [...out];
}

/** The event with who did it, for the category. */
export function perpetratorFeatures(text: Text, event: Event, fills: readonly Fill[]): string[] {
  const out = new Set(eventFeatures(text, event).filter((f) => f.startsWith('w:') || f.startsWith('type:')));
  let any = false;
  for (const { slot, entity } of fills) {
    if (slot !== 'perpetrator' && slot !== 'organization') continue;
    any = true;
    for (const f of ownFeatures(text, entity)) out.add(`${slot}:${f}`);
  }
  out.add(any ? 'someone' : 'nobody');
  return [...out];
}

/** One fill with how it stands in its sentences, for its type, effect and confidence. */
export function fillFeatures(text: Text, event: Event, entity: Entity): string[] {
  const out = new Set(entityFeatures(text, event, entity));
  const { tokens, sentences } = text.a.doc;
  for (const mention of entity.mentions) {
    const s = tokens[mention.head]!.sentence;
    if (!event.sentences.includes(s)) continue;
    for (let i = sentences[s]!.first; i < sentences[s]!.last; i++)
      if (/^(?:V|JJ|NN)/.test(tokens[i]!.pos)) out.add(`w:${tokens[i]!.lemma}`);
  }
  return [...out];
}

/** What the text may call a named person: the title before the name, the words in apposition. `none` is a choice. */
export function roleChoices(text: Text, name: Entity): Choice[] {
  const { tokens } = text.a.doc;
  const found = new Map<string, Set<string>>([['', new Set(['none'])]]);
  const family = name.key.slice(name.key.lastIndexOf(' ') + 1);
  const propose = (entity: Entity, features: string[]): void => {
    const known = found.get(entity.text) ?? new Set(ownFeatures(text, entity));
    for (const f of features) known.add(f);
    found.set(entity.text, known);
  };
  const own = text.entities.filter(
    (e) => e === name || (e.key.endsWith(family) && e.mentions.some(({ named }) => named)),
  );
  const at = own.flatMap((e) => e.mentions.filter(({ named }) => named));
  for (const entity of text.entities)
    for (const mention of entity.mentions) {
      if (mention.named) continue;
      for (const { first, last, groupFirst } of at) {
        if (mention.last === first || (mention.last === first - 1 && tokens[first - 1]!.lower === '.'))
          propose(entity, ['before', `form:${mention.form}`]);
        else if (mention.last === first - 1 && tokens[mention.last]!.lower === ',')
          propose(entity, ['before-comma', `c:form:${mention.form}`]);
        else if (tokens[last]?.lower === ',' && mention.groupFirst === last + 1)
          propose(entity, ['after-comma', `a:form:${mention.form}`]);
        else if (
          tokens[last]?.lower === ',' &&
          mention.first >= last + 1 &&
          mention.groupFirst < last + 5 &&
          mention.groupFirst > last
        )
          propose(entity, ['after-near', `n:form:${mention.form}`]);
        else if (mention.groupFirst === groupFirst && mention.last <= first)
          propose(entity, ['in-group', `g:form:${mention.form}`]);
      }
    }
  for (const [value, features] of found) if (value === '') features.add(found.size > 1 ? 'some' : 'nothing');
  return [...found].map(([value, features]) => ({ value, features: [...features] }));
}

/** How the perpetrator organisation is spoken of. */
export function confidenceFeatures(text: Text, event: Event, entity: Entity): string[] {
  const out = new Set(eventFeatures(text, event).filter((f) => f.startsWith('w:')));
  const { tokens, sentences } = text.a.doc;
  for (const mention of entity.mentions) {
    for (const role of rolesOf(text, mention)) out.add(`role:${role}`);
    const s = tokens[mention.head]!.sentence;
    const near = event.sentences.includes(s) ? 'in' : 'out';
    for (let i = sentences[s]!.first; i < sentences[s]!.last; i++)
      if (/^(?:V|JJ|NN|RB)/.test(tokens[i]!.pos)) out.add(`${near}:${tokens[i]!.lemma}`);
  }
  for (const f of ownFeatures(text, entity)) out.add(f);
  return [...out];
}
