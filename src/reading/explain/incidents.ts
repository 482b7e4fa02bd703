/** Why an incident is told: the word of each mention with its table, how mentions were joined, and what filled each slot. */
import type { Analysis } from '../analysis.js';
import { spanOf } from '../doc.js';
import type { IncidentFound } from '../incidents/incidents.js';
import { THRESHOLD } from '../incidents/join.js';
import type { EventMention } from '../incidents/mention.js';
import { EVENT_NOUNS, EVENT_VERBS, type EventWord } from '../lexicon/events.js';
import { FRAMES } from '../lexicon/frames.js';
import { WEAPONS } from '../lexicon/weapons.js';
import type { Attribution, Incident, Span } from '../schema.js';
import type { Trace } from '../trace.js';
import type { Ground, SlotGround } from './explanation.js';
import { actorSlot, dateSlot, placeSlot } from './slots.js';

/** The table and entry that a word of an act stands in. */
export function entryOf(a: Analysis, { word, token, noun, adds }: EventMention): string {
  const { lemma } = a.doc.tokens[token]!;
  if (adds) return `incidents/verb-mentions.ts perpetratorMention: ${lemma}`;
  const keyOf = (table: ReadonlyMap<string, EventWord>): string | undefined =>
    [...table].find(([, entry]) => entry === word)?.[0];
  if (!noun && FRAMES.get(lemma)?.some(({ event }) => event === word)) return `lexicon/frames.ts FRAMES: ${lemma}`;
  const [table, key] = noun ? ['EVENT_NOUNS', keyOf(EVENT_NOUNS)] : ['EVENT_VERBS', keyOf(EVENT_VERBS)];
  const other = noun ? keyOf(EVENT_VERBS) : keyOf(EVENT_NOUNS);
  return key
    ? `lexicon/events.ts ${table}: ${key}`
    : other
      ? `lexicon/events.ts ${noun ? 'EVENT_VERBS' : 'EVENT_NOUNS'}: ${other}`
      : `incidents/noun-mentions.ts VERBLESS: ${lemma}`;
}

const mentionSpan = (a: Analysis, { noun, token, clause }: EventMention): Span =>
  noun
    ? spanOf(a.doc, noun.first, noun.last)
    : clause
      ? spanOf(a.doc, clause.verb.first, clause.verb.last)
      : spanOf(a.doc, token, token + 1);

export function incidentGrounds(
  a: Analysis,
  trace: Trace,
  { told }: IncidentFound,
  all: readonly IncidentFound[],
): Ground[] {
  const idOf = new Map<object, string>(all.map((found) => [found.told, found.incident.id]));
  return told.mentions.map((mention) => {
    const weighed = (trace.weighed.get(mention) ?? [])
      .filter(({ told: other }) => idOf.has(other))
      .map(
        ({ told: other, score }) =>
          `${idOf.get(other)} ${score.toFixed(1)}${other === told ? ' (joined)' : score >= THRESHOLD ? ' (another fits better)' : ` (below ${THRESHOLD})`}`,
      );
    return { rule: entryOf(a, mention), at: mentionSpan(a, mention), ...(weighed.length ? { weighed } : {}) };
  });
}

/** The words of a weapon that the table has. */
function weaponEntry(a: Analysis, [start, end]: Span): string {
  const tokens = a.doc.tokens.filter((token) => token.start >= start && token.end <= end);
  const known = tokens.filter(({ lemma, lower }) => WEAPONS.has(lemma) || WEAPONS.has(lower));
  return (known.length ? known : tokens.slice(-1)).map(({ lemma }) => lemma).join(', ');
}

export function incidentSlots(
  a: Analysis,
  trace: Trace,
  { incident, told }: IncidentFound,
  attributions: readonly Attribution[],
): SlotGround[] {
  const set = trace.settings.get(told);
  // Who was named elsewhere as behind it is one of its perpetrators too.
  const blamed = new Map(
    attributions
      .filter(
        (one) =>
          one.incident === incident.id && !told.parties.some((p) => p.kind === 'group' && p.actor.id === one.actor),
      )
      .map((one) => [one.actor, { ...actorSlot(a, 'group', one.actor, one.evidence), slot: 'group, by attribution' }]),
  );
  const { evidence } = incident;
  const out: SlotGround[] = [];
  const words = (slot: string, value: string, rule: string, at: Span | null): void => {
    out.push({ slot, value, rule, at, left: [] });
  };
  const typed = told.mentions.find((m) => m.type === incident.type);
  words(
    'type',
    incident.type,
    typed
      ? typed.word.type === incident.type
        ? entryOf(a, typed)
        : 'incidents/means.ts typeBy: by the weapons'
      : 'incidents/incidents.ts typeOf: by the target',
    typed ? mentionSpan(a, typed) : null,
  );
  const real = told.mentions.find((m) => m.status === incident.status);
  words('status', incident.status, `incidents/reality.ts, lexicon/status.ts`, real ? mentionSpan(a, real) : null);
  if (incident.date) out.push(dateSlot(a, 'date', incident.date, evidence, set?.date));
  if (incident.place) out.push(placeSlot(a, 'place', incident.place, evidence, set?.place));
  if (incident.site)
    words('site', incident.site.text, 'incidents/incidents.ts siteOf, lexicon/things.ts', incident.site.at);
  for (const { type, text, at } of incident.weapons)
    words('weapon', `${text} (${type})`, `lexicon/weapons.ts: ${weaponEntry(a, at)}`, at);
  for (const id of incident.perpetrators.groups) out.push(blamed.get(id) ?? actorSlot(a, 'group', id, evidence));
  for (const { text, at } of incident.perpetrators.individuals) words('attacker', text, 'incidents/parties.ts', at);
  for (const { type, text, at } of incident.targets) words('target', `${text} (${type})`, 'lexicon/things.ts', at);
  for (const { type, text, at } of incident.victims) words('victim', `${text} (${type})`, 'lexicon/things.ts', at);
  for (const slot of ['killed', 'injured'] as const) {
    const count: Incident['killed'] = incident[slot];
    if (count)
      words(
        slot,
        count.min === count.max ? `${count.min}` : `${count.min} to ${count.max ?? 'more'}`,
        'incidents/casualties.ts, lexicon/casualties.ts',
        count.at,
      );
  }
  return out;
}
