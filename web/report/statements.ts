/** A reading's statements as the page shows them: one list in a fixed order, each slot with the span of its words. */
import type { Reading, Span } from '../../src/reading/schema';
import { showInterval } from '../parts/dates';
import { showToll } from '../parts/tolls';
import * as words from '../parts/words';

export const KINDS = ['incidents', 'attributions', 'warnings', 'threats', 'responses', 'relations'] as const;
export type Kind = (typeof KINDS)[number];
export const KIND_TITLE: Record<Kind, string> = {
  incidents: 'Incidents',
  attributions: 'Attributions',
  warnings: 'Warnings',
  threats: 'Threats',
  responses: 'Responses',
  relations: 'Relations',
};

/** The letter that numbers a kind's statements: `i1`, `c1` (who claims or is named for it), `l1` (links between actors). */
export const LETTER: Record<Kind, string> = {
  incidents: 'i',
  attributions: 'c',
  warnings: 'w',
  threats: 't',
  responses: 'r',
  relations: 'l',
};

export interface Slot {
  label: string;
  value: string;
  /** Where its words stand; null where they stand outside the quote or nowhere. */
  at: Span | null;
  /** False where the words at `at` are not the ones that the reading gives: then nothing is highlighted. */
  found: boolean;
}

export interface Statement {
  /** `i1`, `c1`…: the part after `#` in a statement's id. */
  id: string;
  kind: Kind;
  title: string;
  status: words.Status | null;
  slots: Slot[];
  /** Its quotes that are really in the text. */
  evidence: Span[];
  /** False where a quote's span is not in the text. */
  found: boolean;
}

const squeeze = (words: string) => words.replace(/\s+/g, ' ').trim();
const inText = (text: string, [start, end]: Span) => start >= 0 && start < end && end <= text.length;

/** Whether the text really has these words there, line breaks aside. */
export function holds(text: string, at: Span, quote: string): boolean {
  return inText(text, at) && squeeze(text.slice(...at)) === squeeze(quote);
}

interface Words {
  text: string;
  at: Span;
}

/** All statements of a reading, by kind in the order of KINDS. */
export function statementsOf(reading: Reading): Statement[] {
  const { text } = reading.report;
  const actors = new Map(reading.actors.map((actor) => [actor.id, actor]));
  const places = new Map(reading.places.map((place) => [place.id, place]));
  const named = (id: string | null) => (id === null ? undefined : (actors.get(id) ?? places.get(id)));
  const nameOf = (id: string) => named(id)?.name ?? id;

  const plainSlot = (label: string, value: string): Slot => ({ label, value, at: null, found: true });
  const spanSlot = (label: string, value: string, at: Span): Slot => ({ label, value, at, found: inText(text, at) });
  const wordsSlot = (label: string, value: string, { text: quote, at }: Words): Slot => ({
    label,
    value,
    at,
    found: holds(text, at, quote),
  });
  /** An actor or a place: its words are the mention inside the statement's own quote, if there is one. */
  const nameSlot = (label: string, id: string, evidence: Span[]): Slot => {
    const within = named(id)?.mentions.find(([s, e]) => evidence.some(([from, to]) => from <= s && e <= to));
    return within ? spanSlot(label, nameOf(id), within) : plainSlot(label, nameOf(id));
  };
  const maybe = <T>(value: T | null, make: (value: T) => Slot): Slot[] => (value === null ? [] : [make(value)]);

  function statement(kind: Kind, n: number, title: string, evidence: Span[], slots: Slot[]): Statement {
    const good = evidence.filter((span) => inText(text, span));
    return {
      id: `${LETTER[kind]}${n + 1}`,
      kind,
      title,
      status: null,
      slots,
      evidence: good,
      found: good.length === evidence.length,
    };
  }

  const incidents = reading.incidents.map((it, n): Statement => {
    const title = it.place ? `${words.TYPE[it.type]}, ${nameOf(it.place)}` : words.TYPE[it.type];
    const slots = [
      ...maybe(it.date, (date) => spanSlot('Date', showInterval(date), date.at)),
      ...maybe(it.place, (id) => nameSlot('Place', id, it.evidence)),
      ...maybe(it.site, (site) => wordsSlot('Site', site.text, site)),
      ...maybe(it.killed, (toll) => spanSlot('Killed', showToll(toll), toll.at)),
      ...maybe(it.injured, (toll) => spanSlot('Injured', showToll(toll), toll.at)),
      ...it.perpetrators.groups.map((id) => nameSlot('Group', id, it.evidence)),
      ...it.perpetrators.individuals.map((who) => wordsSlot('By', who.text, who)),
      ...it.weapons.map((w) => wordsSlot('Weapon', `${w.text} (${words.plain(w.type)})`, w)),
      ...it.targets.map((t) =>
        wordsSlot('Target', `${t.text} (${[words.plain(t.type), t.effect].filter(Boolean).join(', ')})`, t),
      ),
      ...it.victims.map((v) =>
        wordsSlot('Victims', `${v.text} (${[words.plain(v.type), v.outcome].filter(Boolean).join(', ')})`, v),
      ),
      ...(it.suicide ? [plainSlot('Suicide', 'yes')] : []),
    ];
    return { ...statement('incidents', n, title, it.evidence, slots), id: it.id, status: it.status };
  });

  const titles = new Map(incidents.map((it) => [it.id, it.title]));
  const attributions = reading.attributions.map((it, n) =>
    statement('attributions', n, `${nameOf(it.actor)}: ${words.STANCE[it.stance]}`, it.evidence, [
      nameSlot('Actor', it.actor, it.evidence),
      it.by ? nameSlot('Said by', it.by, it.evidence) : plainSlot('Said by', 'the report itself'),
      plainSlot('Incident', titles.get(it.incident) ?? it.incident),
    ]),
  );

  const warnings = reading.warnings.map((it, n) => {
    const issuer = it.issuer ? nameOf(it.issuer) : 'Unnamed issuer';
    const about = it.about.place ?? it.about.actor;
    return statement('warnings', n, about ? `${issuer} warns: ${nameOf(about)}` : `${issuer} warns`, it.evidence, [
      ...maybe(it.issuer, (id) => nameSlot('Issuer', id, it.evidence)),
      ...it.recipients.map((id) => nameSlot('Recipient', id, it.evidence)),
      ...maybe(it.audience, (audience) => plainSlot('Audience', words.AUDIENCE[audience].toLowerCase())),
      ...maybe(it.issued, (date) => spanSlot('Issued', showInterval(date), date.at)),
      ...maybe(it.about.actor, (id) => nameSlot('About', id, it.evidence)),
      ...maybe(it.about.place, (id) => nameSlot('Place', id, it.evidence)),
      ...it.about.targets.map((target) => plainSlot('Target', target)),
      ...maybe(it.about.window, (window) => spanSlot('Window', showInterval(window), window.at)),
      ...maybe(it.advice, (advice) => plainSlot('Advice', advice)),
      ...maybe(it.authority, (authority) => plainSlot('Authority', authority)),
    ]);
  });

  const threats = reading.threats.map((it, n) => {
    const who = it.actor ? nameOf(it.actor) : 'Unnamed actor';
    return statement('threats', n, `${who}: ${words.THREAT[it.type].toLowerCase()}`, it.evidence, [
      ...maybe(it.actor, (id) => nameSlot('Actor', id, it.evidence)),
      ...it.against.map((target) => plainSlot('Against', target)),
      ...maybe(it.place, (id) => nameSlot('Place', id, it.evidence)),
      it.by ? nameSlot('Said by', it.by, it.evidence) : plainSlot('Said by', 'the report itself'),
      ...maybe(it.horizon, (horizon) => spanSlot('Horizon', showInterval(horizon), horizon.at)),
    ]);
  });

  const responses = reading.responses.map((it, n) => {
    const who = it.by ? `, ${nameOf(it.by)}` : '';
    return statement('responses', n, `${words.RESPONSE[it.type]}${who}`, it.evidence, [
      ...maybe(it.by, (id) => nameSlot('By', id, it.evidence)),
      ...it.against.map((id) => nameSlot('Against', id, it.evidence)),
      ...maybe(it.incident, (id) => plainSlot('Incident', titles.get(id) ?? id)),
      ...maybe(it.place, (id) => nameSlot('Place', id, it.evidence)),
      ...maybe(it.date, (date) => spanSlot('Date', showInterval(date), date.at)),
    ]);
  });

  const relations = reading.relations.map((it, n) => {
    const other = it.to ? nameOf(it.to) : (it.toText ?? 'not stated');
    return statement('relations', n, `${nameOf(it.from)} ${words.RELATION[it.type]} ${other}`, it.evidence, [
      nameSlot('From', it.from, it.evidence),
      it.to ? nameSlot('To', it.to, it.evidence) : plainSlot('To', other),
      ...maybe(it.since, (since) => spanSlot('Since', showInterval(since), since.at)),
    ]);
  });

  return [...incidents, ...attributions, ...warnings, ...threats, ...responses, ...relations];
}
