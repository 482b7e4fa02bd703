/** Boils GeoNames down to dist/catalogue/places.bin: `npm run build:places`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { PRECISIONS } from '../../reading/vocabulary.js';
import { fold } from '../fold.js';
import { type Columns, firstWordMark, hash, NO_REGION, pack } from './format.js';
import { districtOf, type Place, readCities, readRegions, readSupplement } from './sources.js';

/** How much less likely a name is meant for a place that is chiefly called otherwise. */
const OTHER_NAME = 20;
const OUT = new URL('../../../dist/catalogue/places.bin', import.meta.url);

function build(): void {
  const cities = readCities();
  const regions = readRegions();
  const byKey = new Map([...regions, ...cities].map((place) => [place.key, place]));
  centre(cities, byKey);
  supplement(byKey, cities);
  // What has no city, and so no centre, would be no use on a map.
  const places = [...byKey.values()].filter((place) => place.lat !== 0 || place.lon !== 0);
  const keyed = places.filter(({ key }) => !key.startsWith('geonames:')).sort((a, b) => (a.key < b.key ? -1 : 1));
  const rest = places.filter(({ key }) => key.startsWith('geonames:')).sort((a, b) => geonamesId(a) - geonamesId(b));
  const bytes = toBytes([...keyed, ...rest], keyed.length);
  mkdirSync(new URL('.', OUT), { recursive: true });
  writeFileSync(OUT, bytes);
  console.log(`places.bin: ${places.length} places, ${(bytes.length / 1e6).toFixed(1)} MB`);
}

/** Gives regions and districts the number of people in their cities and the centre of those. */
function centre(cities: Place[], byKey: Map<string, Place>): void {
  const sums = new Map<Place, { people: number; lat: number; lon: number }>();
  for (const city of cities) {
    const region = byKey.get(city.region ?? '');
    if (!region) city.region = null;
    for (const area of [region, byKey.get(districtOf.get(city.key) ?? '')]) {
      if (!area) continue;
      const people = Math.max(city.population, 100);
      const sum = sums.get(area) ?? { people: 0, lat: 0, lon: 0 };
      sums.set(area, {
        people: sum.people + people,
        lat: sum.lat + people * city.lat,
        lon: sum.lon + people * city.lon,
      });
    }
  }
  for (const [area, { people, lat, lon }] of sums) {
    area.lat = lat / people;
    area.lon = lon / people;
    area.population = people;
    area.weight = areaWeight(area);
  }
}

/** A bare name that a city and its region share means the city; a big region is meant before a small town elsewhere. */
function areaWeight({ precision, population }: Place): number {
  return precision === 'province' ? population / 10 : population / 30;
}

function supplement(byKey: Map<string, Place>, cities: Place[]): void {
  for (const { names, precision, ...row } of readSupplement()) {
    const known = byKey.get(row.key);
    if (!known && precision === '') throw new Error(`supplement.tsv: ${row.key} is not among GeoNames' places`);
    const place = known ?? { ...row, precision: precision || 'city', forms: new Map<string, boolean>(), weight: 0 };
    if (row.name) place.name = row.name;
    if (row.population) place.population = row.population;
    if (row.lat || row.lon) Object.assign(place, { lat: row.lat, lon: row.lon });
    for (const name of names) place.forms.set(fold(name), false);
    if (!known) place.weight = place.precision === 'city' ? Math.max(place.population, 200) : areaWeight(place);
    else if (place.weight === 0) place.weight = areaWeight(place);
    if (!known && !place.region) place.region = nearestRegion(place, cities);
    byKey.set(place.key, place);
  }
}

/** The first-level region of the nearest city of the country; null for what is itself as large as one. */
function nearestRegion({ country, precision, lat, lon }: Place, cities: Place[]): string | null {
  if (precision === 'province') return null;
  const width = Math.cos((lat * Math.PI) / 180);
  let nearest = Number.POSITIVE_INFINITY;
  let region: string | null = null;
  for (const city of cities) {
    if (city.country !== country) continue;
    const distance = Math.hypot(city.lat - lat, (city.lon - lon) * width);
    if (distance < nearest) [nearest, region] = [distance, city.region];
  }
  return region;
}

function geonamesId({ key }: Place): number {
  return Number(key.slice('geonames:'.length));
}

function toBytes(places: Place[], keyed: number): Uint8Array {
  const countries = [...new Set(places.map(({ country }) => country))].sort();
  const indexes = new Map(places.slice(0, keyed).map(({ key }, i) => [key, i]));
  const names = texts(places.map(({ name }) => name));
  const keys = texts(places.slice(0, keyed).map(({ key }) => key));
  const { longest, ...lookUp } = nameTables(places);
  const columns: Columns = {
    lat: Float32Array.from(places, ({ lat }) => lat),
    lon: Float32Array.from(places, ({ lon }) => lon),
    population: Uint32Array.from(places, ({ population }) => population),
    id: Uint32Array.from(places, (place, i) => (i < keyed ? (keys.starts[i] ?? 0) : geonamesId(place))),
    name: names.starts,
    region: Uint16Array.from(places, ({ region }) => indexes.get(region ?? '') ?? NO_REGION),
    country: Uint8Array.from(places, ({ country }) => countries.indexOf(country)),
    precision: Uint8Array.from(places, ({ precision }) => PRECISIONS.indexOf(precision)),
    names: names.bytes,
    keys: keys.bytes,
    ...lookUp,
  };
  return pack({ countries, keyed, longest }, columns);
}

function texts(values: string[]): { starts: Uint32Array<ArrayBuffer>; bytes: Uint8Array<ArrayBuffer> } {
  const parts = values.map((value) => Buffer.from(value));
  const starts = new Uint32Array(values.length);
  for (let i = 1; i < parts.length; i++) starts[i] = (starts[i - 1] ?? 0) + (parts[i - 1]?.length ?? 0);
  return { starts, bytes: new Uint8Array(Buffer.concat(parts)) };
}

type NameTables = Pick<Columns, 'bucket' | 'low' | 'check' | 'place' | 'firstWord'> & { longest: number };

function nameTables(places: Place[]): NameTables {
  const pairs: { first: number; second: number; place: number; weight: number }[] = [];
  const words = new Map<string, number>();
  places.forEach(({ forms, weight }, place) => {
    for (const [form, other] of forms) {
      if (form.length < 2) continue;
      pairs.push({ ...hash(form), place, weight: other ? weight / OTHER_NAME : weight });
      const [first = '', ...more] = form.split(' ');
      words.set(first, Math.max(words.get(first) ?? 0, Math.min(1 + more.length, 15)));
    }
  });
  pairs.sort((a, b) => a.first - b.first || a.second - b.second || b.weight - a.weight || a.place - b.place);
  const bucket = new Uint32Array(0x10001);
  for (const { first } of pairs) bucket[(first >>> 16) + 1]!++;
  for (let i = 1; i < bucket.length; i++) bucket[i]! += bucket[i - 1] ?? 0;
  return {
    bucket,
    low: Uint16Array.from(pairs, ({ first }) => first & 0xffff),
    check: Uint16Array.from(pairs, ({ second }) => second & 0xffff),
    place: Uint32Array.from(pairs, ({ place }) => place),
    firstWord: firstWords(words),
    longest: [...words.values()].reduce((most, length) => Math.max(most, length), 0),
  };
}

/** An open hash table, three quarters full. */
function firstWords(words: Map<string, number>): Uint32Array<ArrayBuffer> {
  const slots = new Uint32Array(Math.ceil(words.size / 0.75));
  for (const [word, length] of words) {
    const { first, second } = hash(word);
    let at = first % slots.length;
    while (slots[at] !== 0) at = (at + 1) % slots.length;
    slots[at] = (firstWordMark(second) | length) >>> 0;
  }
  return slots;
}

build();
