/** Readings made by hand: one sentence an incident or warning, every slot with the words that give it. */
import { createHash } from 'node:crypto';
import type { Actor, Count, Incident, Place, Reading, Span, Warning } from '../../src/reading/schema.js';
import type { ActorKind, IncidentType, Stance, Status } from '../../src/reading/vocabulary.js';

type PlaceFacts = Omit<Place, 'id' | 'mentions'>;
const city = (key: string, name: string, country: string, lat: number, lon: number): PlaceFacts => ({
  key,
  name,
  precision: 'city',
  country,
  lat,
  lon,
});
const nation = (country: string, name: string): PlaceFacts => ({
  key: `country:${country}`,
  name,
  precision: 'country',
  country,
  lat: null,
  lon: null,
});

const PLACES = {
  moscow: city('geonames:524901', 'Moscow', 'RU', 55.75, 37.62),
  krasnogorsk: city('geonames:542374', 'Krasnogorsk', 'RU', 55.82, 37.33),
  kazan: city('geonames:551487', 'Kazan', 'RU', 55.79, 49.12),
  kabul: city('geonames:1138958', 'Kabul', 'AF', 34.53, 69.17),
  kandahar: city('geonames:1138336', 'Kandahar', 'AF', 31.61, 65.71),
  kerman: city('geonames:128234', 'Kerman', 'IR', 30.28, 57.08),
  abuja: city('geonames:2352778', 'Abuja', 'NG', 9.06, 7.49),
  lagos: city('geonames:2332459', 'Lagos', 'NG', 6.45, 3.39),
  russia: nation('RU', 'Russia'),
  afghanistan: nation('AF', 'Afghanistan'),
  iran: nation('IR', 'Iran'),
  nigeria: nation('NG', 'Nigeria'),
};
export type PlaceName = keyof typeof PLACES;

type ActorFacts = Pick<Actor, 'kind' | 'key' | 'name'>;
const actor = (kind: ActorKind, key: string | null, name: string): ActorFacts => ({ kind, key, name });

const ACTORS = {
  isisk: actor('group', 'isis-k', 'ISIS-K'),
  is: actor('group', 'isis', 'Islamic State'),
  taliban: actor('group', 'taliban', 'Taliban'),
  brigade: actor('group', null, 'Giza Popular Resistance'),
  ukraine: actor('government', 'gov-ua', 'Ukraine'),
  russia: actor('government', 'gov-ru', 'Russia'),
  us: actor('government', 'gov-us', 'United States'),
  uk: actor('government', 'gov-gb', 'United Kingdom'),
  iran: actor('government', 'gov-ir', 'Iran'),
  embassy: actor('agency', 'us-state-department', 'U.S. State Department'),
  americans: actor('population', null, 'Americans'),
  kurilla: actor('person', null, 'Michael Kurilla'),
};
export type ActorName = keyof typeof ACTORS;

/** A day, a month, a year, or two days with `..` between them, as ISO 8601. */
type When = string;

export interface Told {
  type?: IncidentType;
  status?: Status;
  date?: When;
  place?: PlaceName;
  site?: string;
  targets?: readonly string[];
  victims?: readonly string[];
  killed?: number | [number | null, number | null];
  injured?: number;
  suicide?: boolean;
  groups?: readonly ActorName[];
  attributions?: readonly [ActorName, Stance, ActorName | null][];
}

export interface Warned {
  issuer?: ActorName;
  recipients?: readonly ActorName[];
  audience?: 'public' | 'private';
  issued?: When;
  actor?: ActorName;
  place?: PlaceName;
  targets?: readonly string[];
  window?: When;
}

export interface ToldReport {
  published?: string | null;
  publisher?: string | null;
  incidents?: Told[];
  warnings?: Warned[];
  threats?: { actor: ActorName; by?: ActorName; against?: readonly string[] }[];
  relations?: { from: ActorName; type: 'splinter-of' | 'rival-of' | 'operates-in'; to: ActorName | PlaceName }[];
  /** What stands around the statements; without it words that no other report has. */
  body?: string;
}

let made = 0;

/** A reading whose text holds one sentence a statement. */
export function tell({ published = null, publisher = null, ...told }: ToldReport): Reading {
  const actors = new Map<ActorName, Actor>();
  const places = new Map<PlaceName, Place>();
  let text = '';
  const write = (words: string): Span => {
    if (text !== '' && !/\s$/.test(text)) text += ' ';
    text += words;
    return [text.length - words.length, text.length];
  };
  const actorId = (name: ActorName): string => {
    const at = write(ACTORS[name].name);
    const known = actors.get(name) ?? { id: `a${actors.size + 1}`, ...ACTORS[name], aliases: [], mentions: [at] };
    if (!known.mentions.includes(at)) known.mentions.push(at);
    actors.set(name, known);
    return known.id;
  };
  const placeId = (name: PlaceName): string => {
    const at = write(PLACES[name].name);
    const known = places.get(name) ?? { id: `p${places.size + 1}`, ...PLACES[name], mentions: [at] };
    if (!known.mentions.includes(at)) known.mentions.push(at);
    places.set(name, known);
    return known.id;
  };
  const sentence = (): (() => Span) => {
    if (text !== '') text += ' ';
    const start = text.length;
    return () => {
      text += '.';
      return [start, text.length];
    };
  };
  const when = (value: When) => ({ ...interval(value), at: write(value) });
  const count = (value: number | [number | null, number | null]): Count => {
    const [min, max] = typeof value === 'number' ? [value, value] : value;
    return { min, max, at: write(`${min}`) };
  };

  const attributions: Reading['attributions'] = [];
  const incidents = (told.incidents ?? []).map((incident, index): Incident => {
    const end = sentence();
    const id = `i${index + 1}`;
    const slots = {
      id,
      type: incident.type ?? 'unknown',
      status: incident.status ?? 'occurred',
      date: incident.date === undefined ? null : when(incident.date),
      place: incident.place === undefined ? null : placeId(incident.place),
      site: incident.site === undefined ? null : { text: incident.site, at: write(incident.site) },
      weapons: [],
      perpetrators: { groups: (incident.groups ?? []).map(actorId), individuals: [] },
      targets: (incident.targets ?? []).map((target) => ({
        text: target,
        type: 'private-citizens' as const,
        effect: null,
        at: write(target),
      })),
      victims: (incident.victims ?? []).map((victim) => ({
        text: victim,
        type: 'private-citizens' as const,
        outcome: null,
        count: null,
        at: write(victim),
      })),
      killed: incident.killed === undefined ? null : count(incident.killed),
      injured: incident.injured === undefined ? null : count(incident.injured),
      suicide: incident.suicide ?? false,
    };
    const pending = (incident.attributions ?? []).map(([who, stance, by]) => ({
      incident: id,
      actor: actorId(who),
      stance,
      by: by === null ? null : actorId(by),
    }));
    const evidence = [end()];
    attributions.push(...pending.map((attribution) => ({ ...attribution, evidence })));
    return { ...slots, evidence };
  });
  const warnings = (told.warnings ?? []).map((warning): Warning => {
    const end = sentence();
    const slots = {
      issuer: warning.issuer === undefined ? null : actorId(warning.issuer),
      recipients: (warning.recipients ?? []).map(actorId),
      audience: warning.audience ?? null,
      issued: warning.issued === undefined ? null : when(warning.issued),
      about: {
        actor: warning.actor === undefined ? null : actorId(warning.actor),
        place: warning.place === undefined ? null : placeId(warning.place),
        targets: (warning.targets ?? []).map((target) => {
          write(target);
          return target;
        }),
        window: warning.window === undefined ? null : when(warning.window),
      },
      advice: null,
      authority: null,
    };
    return { ...slots, evidence: [end()] };
  });
  const threats = (told.threats ?? []).map(({ actor, by, against = [] }): Reading['threats'][number] => {
    const end = sentence();
    const slots = { actor: actorId(actor), by: by === undefined ? null : actorId(by) };
    return { ...slots, type: 'intent', against: [...against], place: null, horizon: null, evidence: [end()] };
  });
  const relations = (told.relations ?? []).map(({ from, type, to }): Reading['relations'][number] => {
    const end = sentence();
    const ends = { from: actorId(from), to: to in ACTORS ? actorId(to as ActorName) : placeId(to as PlaceName) };
    return { ...ends, type, toText: null, since: null, evidence: [end()] };
  });
  text += ` ${told.body ?? ownWords(made++)}`;
  return {
    schema: 'tocsin.reading/1',
    report: {
      id: `sha256:${createHash('sha256').update(text).digest('hex')}`,
      file: null,
      title: null,
      published,
      publisher,
      url: null,
      language: 'en',
      text,
    },
    actors: [...actors.values()],
    places: [...places.values()],
    incidents,
    attributions,
    warnings,
    threats,
    responses: [],
    relations,
  };
}

/** Forty words that no other report has. */
function ownWords(report: number): string {
  return Array.from({ length: 40 }, (_, index) => `w${report}x${index}`).join(' ');
}

function interval(value: When): { start: string; end: string } {
  const [start = '', end = start] = value.split('..');
  if (start.length === 4) return { start: `${start}-01-01`, end: `${start}-12-31` };
  if (start.length === 7) {
    const [year, month] = start.split('-').map(Number);
    const last = new Date(Date.UTC(year ?? 0, month ?? 0, 0)).getUTCDate();
    return { start: `${start}-01`, end: `${start}-${last}` };
  }
  return { start, end };
}
