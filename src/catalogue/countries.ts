import { fold } from './fold.js';
import { addTo, lookUpForms, noteLength } from './names.js';
import type { KnownPlace } from './schema.js';
import { list, readTable } from './table.js';

/** A country of countries.tsv. */
export interface Country {
  /** ISO 3166-1 alpha-2, withdrawn ones of former countries included (SU, YU, CS, DD); XK for Kosovo. */
  code: string;
  name: string;
  aliases: string[];
  /** Adjectives and nouns for its people, without regular plurals. */
  demonyms: string[];
  /** Its capital, and other names under which reports speak of its government's seat. */
  capitals: string[];
}

export interface Countries {
  byCode: Map<string, Country>;
  byKey: Map<string, KnownPlace>;
  /** Countries and areas larger than countries by folded name. */
  named: Map<string, KnownPlace[]>;
  /** Country code by folded demonym. */
  demonyms: Map<string, string>;
  /** Country code by the folded name of its government's seat. */
  seats: Map<string, string>;
  /** Code of the country of this folded name, or null. */
  code(folded: string): string | null;
  longestFrom: Map<string, number>;
}

/** Reads countries.tsv and areas.tsv. */
export function loadCountries(): Countries {
  const countries: Countries = {
    byCode: new Map(),
    byKey: new Map(),
    named: new Map(),
    demonyms: new Map(),
    seats: new Map(),
    code: (folded) => countries.named.get(folded)?.find((place) => place.country)?.country ?? null,
    longestFrom: new Map(),
  };
  const add = (place: KnownPlace, aliases: string[]) => {
    countries.byKey.set(place.key, place);
    for (const folded of [place.name, ...aliases].flatMap(lookUpForms)) {
      addTo(countries.named, folded, place);
      noteLength(countries.longestFrom, folded);
    }
  };
  const rows = readTable(new URL('countries.tsv', import.meta.url), [
    'code',
    'name',
    'aliases',
    'demonyms',
    'capitals',
  ]);
  for (const { code, name, ...row } of rows) {
    const aliases = list(row.aliases);
    const demonyms = list(row.demonyms);
    countries.byCode.set(code, { code, name, aliases, demonyms, capitals: list(row.capitals) });
    for (const capital of list(row.capitals)) countries.seats.set(fold(capital), code);
    add(bare(`country:${code}`, name, 'country', code), aliases);
    for (const form of demonyms.flatMap(singularAndPlural)) {
      const folded = fold(form);
      if (!countries.demonyms.has(folded)) countries.demonyms.set(folded, code);
      noteLength(countries.longestFrom, folded);
    }
  }
  for (const { key, name, aliases } of readTable(new URL('areas.tsv', import.meta.url), ['key', 'name', 'aliases']))
    add(bare(`area:${key}`, name, 'region', null), list(aliases));
  return countries;
}

function bare(key: string, name: string, precision: KnownPlace['precision'], country: string | null): KnownPlace {
  return { key, name, precision, country, region: null, lat: null, lon: null, population: 0 };
}

function singularAndPlural(form: string): string[] {
  if (/man$/.test(form) && !/(German|Roman|Oman)$/.test(form)) return [form, form.replace(/man$/, 'men')];
  return /(s|sh|ch|se|men)$/.test(form) ? [form] : [form, `${form}s`];
}
