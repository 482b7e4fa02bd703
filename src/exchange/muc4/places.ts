/** Where an event took place: the locations that a text names, and what speaks for each. */

import type { Choice } from './choice.js';
import type { Event } from './event.js';
import { kindOf, loadGazetteer, nameOf, type Path } from './gazetteer.js';
import { nationOf, OF_INTEREST } from './nations.js';
import type { Text } from './text.js';

interface PlaceMention {
  first: number;
  last: number;
  sentence: number;
  paths: readonly Path[];
}

const CAPITALS: Record<string, string> = {
  'EL SALVADOR': 'SAN SALVADOR',
  COLOMBIA: 'BOGOTA',
  PERU: 'LIMA',
  GUATEMALA: 'GUATEMALA CITY',
  CHILE: 'SANTIAGO',
  HONDURAS: 'TEGUCIGALPA',
  BOLIVIA: 'LA PAZ',
  ECUADOR: 'QUITO',
  ARGENTINA: 'BUENOS AIRES',
};

/** Kinds of place from the wide to the narrow. */
const RANK: Record<string, number> = {
  DEPARTMENT: 1,
  PROVINCE: 1,
  STATE: 1,
  'OFFICIAL REGION': 1,
  REGION: 1,
  COMMISSARIAT: 1,
  INTENDANCY: 1,
  CITY: 3,
  TOWN: 3,
  MUNICIPALITY: 2,
  PORT: 3,
  JURISDICTION: 3,
  VILLAGE: 4,
  HAMLET: 4,
  CANTON: 4,
  DISTRICT: 4,
  NEIGHBORHOOD: 5,
  SUBURB: 5,
  UNIVERSITY: 5,
  FARM: 5,
};
const rankOf = (part: string): number => RANK[kindOf(part)] ?? 4;

export interface Setting {
  places: PlaceMention[];
  /** How often each country is named or meant. */
  countries: Map<string, number>;
  main: string;
}

/** Words that follow a name and say what kind of place it is. */
const KIND_WORDS = new Map(
  Object.entries({
    department: 'DEPARTMENT',
    province: 'PROVINCE',
    neighborhood: 'NEIGHBORHOOD',
    municipality: 'MUNICIPALITY',
    city: 'CITY',
    town: 'TOWN',
    village: 'VILLAGE',
    district: 'DISTRICT',
    canton: 'CANTON',
    jurisdiction: 'JURISDICTION',
    farm: 'FARM',
    hamlet: 'HAMLET',
    suburb: 'SUBURB',
    volcano: 'VOLCANO',
    hill: 'HILL',
    river: 'RIVER',
    valley: 'VALLEY',
    region: 'REGION',
  }),
);

/** The places and countries that the text names. */
export function settingOf(text: Text): Setting {
  const { tokens, sentences } = text.a.doc;
  const gazetteer = loadGazetteer();
  const places: PlaceMention[] = [];
  const countries = new Map<string, number>();
  const vote = (country: string, weight: number): void => {
    countries.set(country, (countries.get(country) ?? 0) + weight);
  };
  for (let s = 0; s < sentences.length; s++) {
    const { first, last } = sentences[s]!;
    for (let i = first; i < last; i++) {
      const word = tokens[i]!.text.toUpperCase();
      const nation = nationOf(`${tokens[i]!.lower}_${tokens[i + 1]?.lower}`) ?? nationOf(tokens[i]!.lower);
      if (nation) vote(nation, 1);
      const longest = Math.min(gazetteer.longest(word), last - i);
      for (let n = longest; n > 0; n--) {
        const name = tokens
          .slice(i, i + n)
          .map(({ text: t }) => t.toUpperCase())
          .join(' ');
        const paths = gazetteer.named(name);
        if (paths.length === 0 || (n === 1 && tokens[i]!.pos !== 'NNP' && name.length < 4)) continue;
        places.push({ first: i, last: i + n, sentence: s, paths });
        const of = new Set(paths.map((p) => p[0]!));
        for (const country of of) vote(country, (s < text.from ? 1 : 0.5) / of.size);
        i += n - 1;
        break;
      }
    }
  }
  for (const [country, n] of countries) if (OF_INTEREST.has(country)) countries.set(country, n * 1.5);
  const main = [...countries].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'EL SALVADOR';
  if (countries.size === 0) countries.set(main, 1);
  return { places, countries, main };
}

const zoneOf = (event: Event, s: number, from: number): string => {
  if (s < from) return 'dateline';
  if (event.sentences.includes(s)) return 'in';
  if (event.sentences.includes(s + 1)) return 'before';
  if (event.sentences.includes(s - 1)) return 'after';
  return 'far';
};

/** The locations that may be the event's, the best of them to be chosen by the model. */
export function locationChoices(text: Text, event: Event, setting: Setting): Choice[] {
  const found = new Map<string, Set<string>>();
  const propose = (path: Path, features: readonly string[]): void => {
    const value = path.join(': ');
    const known = found.get(value) ?? new Set();
    for (const f of features) known.add(f);
    found.set(value, known);
  };
  const { tokens } = text.a.doc;
  const gazetteer = loadGazetteer();
  const top = [...setting.countries].sort((a, b) => b[1] - a[1]);
  const share = (country: string): string => {
    const n = top.findIndex(([c]) => c === country);
    return n === 0 ? 'main' : n === 1 ? 'second' : n < 0 ? 'none' : 'other';
  };
  const dateline = new Set(
    setting.places
      .filter(({ first }) => tokens[first]!.start < text.message.body)
      .map(({ paths }) => nameOf(paths[0]!.at(-1)!)),
  );
  const around = new Set<string>();
  for (const { sentence, first, paths } of setting.places) {
    const zone = zoneOf(event, sentence, text.from);
    if (zone === 'far') continue;
    const kind = kindOf(paths[0]!.at(-1)!);
    around.add(`bare:${zone}:${kind}`);
    around.add(`bare:${zone}:${tokens[first - 1]?.lower ?? '^'}:${kind}`);
  }
  const capital = text.a.doc.sentences.some(({ first, last }, s) => {
    if (zoneOf(event, s, text.from) !== 'in') return false;
    for (let i = first + 1; i < last; i++)
      if (tokens[i]!.lower === 'capital' && /^(?:the|this|salvadoran|country)$/.test(tokens[i - 1]!.lower)) return true;
    return false;
  });
  if (capital) around.add('bare:capital');
  const near = setting.places.filter(({ sentence }) => zoneOf(event, sentence, text.from) === 'in').length;
  for (const [country] of top.slice(0, 4))
    propose(
      [country],
      [
        'bare',
        `bare:${share(country)}`,
        `bare:inside${Math.min(3, near)}`,
        `of-interest:${OF_INTEREST.has(country)}`,
        ...(country === setting.main ? around : []),
      ],
    );
  const seat = CAPITALS[setting.main];
  if (capital && seat) propose([setting.main, `${seat} (CITY)`], ['capital', `capital:dateline:${dateline.has(seat)}`]);
  const counts = new Map<string, number>();
  for (const { paths } of setting.places) {
    const name = nameOf(paths[0]!.at(-1)!);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const mention of setting.places) {
    const zone =
      tokens[mention.first]!.start < text.message.body ? 'dateline' : zoneOf(event, mention.sentence, text.from);
    const name = nameOf(mention.paths[0]!.at(-1)!);
    const before = tokens[mention.first - 1]?.lower ?? '^';
    const after = tokens[mention.last]?.lower ?? '$';
    const telling = event.sentences[0] === mention.sentence ? 'lead' : 'later';
    const context = [
      `zone:${zone}`,
      `${zone}:${telling}`,
      `${zone}:before:${before}`,
      `before2:${tokens[mention.first - 2]?.lower}_${before}`,
      `${zone}:after:${after}`,
      `chance:${Math.floor(5 * event.chances[mention.sentence]!)}`,
      `${zone}:dateline:${dateline.has(name)}`,
      `${zone}:pos:${tokens[mention.first]!.pos}`,
      `${zone}:actor:${text.a.names.actorAt(mention.first)?.actor.kind ?? 'none'}`,
      `mentions:${Math.min(4, counts.get(name)!)}`,
      `place:${name}`,
    ];
    const kind =
      KIND_WORDS.get(after) ?? (before === 'of' ? KIND_WORDS.get(tokens[mention.first - 2]?.lower ?? '') : undefined);
    for (const path of mention.paths) {
      const last = path.at(-1)!;
      const features = [
        ...context,
        `kind:${kindOf(last)}`,
        `${zone}:kind:${kindOf(last)}`,
        `depth:${path.length}`,
        `country:${share(path[0]!)}`,
        kind === undefined ? 'kind:unsaid' : kind === kindOf(last) ? 'kind:agrees' : 'kind:differs',
        `${zone}:country:${share(path[0]!)}`,
        `known:${mention.paths.length > 1 ? 'several' : 'one'}`,
      ];
      let named = 0;
      for (const part of path.slice(1, -1)) if (hasName(setting, nameOf(part))) named++;
      features.push(`containers:${path.length - 2 - named}missing`, `containers:${named}named`);
      propose(path, features);
      if (path.length !== 2) continue;
      // "IN ACHI, BOLIVAR DEPARTMENT": the wider place stands beside it.
      for (const other of setting.places) {
        if (other === mention || Math.abs(other.first - mention.first) > 14 || other.sentence !== mention.sentence)
          continue;
        for (const wide of other.paths) {
          if (wide[0] !== path[0] || rankOf(wide.at(-1)!) >= rankOf(last) || nameOf(wide.at(-1)!) === nameOf(last))
            continue;
          const joined = [...wide, last];
          propose(joined, [
            ...features,
            'joined',
            `joined:${zone}`,
            `joined:${Math.abs(other.first - mention.first) < 5 ? 'close' : 'apart'}`,
            gazetteer.has(joined) ? 'joined:known' : 'joined:new',
            `joined:${kindOf(wide.at(-1)!)}>${kindOf(last)}`,
          ]);
        }
      }
    }
  }
  return [...found].map(([value, features]) => ({ value, features: [...features] }));
}

const hasName = ({ places }: Setting, name: string): boolean =>
  places.some(({ paths }) => paths.some((path) => nameOf(path.at(-1)!) === name));
