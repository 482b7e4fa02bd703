import countries from 'i18n-iso-countries';
import { describe, expect, it } from 'vitest';
import { fold, loadCatalogue } from '../../src/catalogue/catalogue.js';
import { loadGazetteer } from '../../src/catalogue/places/gazetteer.js';
import { readTable } from '../../src/catalogue/table.js';

const catalogue = loadCatalogue();
const named = (name: string) => catalogue.placesNamed(fold(name));

describe('placesNamed', () => {
  it.each([
    ['Moscow', 'geonames:524901'],
    ['Moscou', 'geonames:524901'],
    ['Ivory Coast', 'country:CI'],
    ['Burma', 'country:MM'],
    ['DRC', 'country:CD'],
    ['Central Asia', 'area:central-asia'],
    ['Sahel', 'area:sahel'],
    ['Lower Shabelle', 'region:SO.14'],
    ['Diyala', 'region:IQ.10'],
    ['Borno', 'region:NG.27'],
    ['Borno State', 'region:NG.27'],
    ['Cabo Delgado', 'region:MZ.01'],
    ['Helmand province', 'region:AF.10'],
    ['Antioquia', 'region:CO.02'],
    ['Sukma district', 'district:IN.37.642'],
    ['Kandahar', 'geonames:1138336'],
    ['Kandahar province', 'region:AF.23'],
    ['New York', 'geonames:5128581'],
  ])('%s is first of all %s', (name, key) => {
    expect(named(name)[0]?.key).toBe(key);
  });

  it.each([
    ['Paris', ['FR', 'US']],
    ['Tripoli', ['LY', 'LB', 'GR']],
    ['Georgia', ['GE', 'US']],
    ['San Salvador', ['SV', 'AR']],
    ['Victoria', ['AU', 'CA', 'SC']],
    ['Hyderabad', ['IN', 'PK']],
    ['Córdoba', ['AR', 'ES', 'MX', 'CO']],
    ['Santiago', ['CL', 'DO', 'PH']],
    ['Valencia', ['VE', 'ES', 'US']],
  ])('%s may be in any of %s, the first the likeliest', (name, where) => {
    const found = named(name).map(({ country }) => country);
    expect(found).toEqual(expect.arrayContaining(where));
    expect(found.indexOf(where[0] ?? '')).toBeLessThan(found.indexOf(where[1] ?? ''));
  });

  it('puts a country before the towns of its name', () => {
    expect(
      named('Georgia')
        .map(({ precision }) => precision)
        .slice(0, 2),
    ).toEqual(['country', 'province']);
  });

  it('says how small a town of an everyday name is', () => {
    expect(named('Same')[0]?.population).toBeLessThan(50_000);
  });

  it('finds nothing for what is no place', () => {
    expect(named('Zxqwv')).toEqual([]);
    expect(named('Zxqwv province')).toEqual([]);
    expect(named('')).toEqual([]);
  });
});

describe('place', () => {
  it('gives a city with its region, coordinates and people', () => {
    const moscow = catalogue.place('geonames:524901');
    expect(moscow).toMatchObject({ name: 'Moscow', precision: 'city', country: 'RU', region: 'region:RU.48' });
    expect(moscow?.lat).toBeCloseTo(55.75, 1);
    expect(moscow?.lon).toBeCloseTo(37.62, 1);
    expect(moscow?.population).toBeGreaterThan(10_000_000);
  });

  it('knows every place that a look-up gives by its key', () => {
    for (const name of ['Santiago', 'Kabul', 'Georgia', 'Manda Bay', 'Sahel'])
      for (const place of named(name)) expect(catalogue.place(place.key)).toEqual(place);
  });

  it('is undefined for a key that there is not', () => {
    for (const key of ['geonames:0', 'geonames:x', 'region:ZZ.1', '']) expect(catalogue.place(key)).toBeUndefined();
  });

  it('gives countries and areas no coordinates', () => {
    expect(catalogue.place('country:RU')).toMatchObject({ lat: null, lon: null });
    expect(catalogue.place('area:central-asia')).toMatchObject({ precision: 'region', country: null, lat: null });
  });
});

describe('longestFrom', () => {
  it('is never less than the words of a name that begins so', () => {
    for (const name of [
      'Islamic State of Iraq and the Levant',
      'San Pedro Sula',
      'Kandahar province',
      'Burkina Faso',
    ]) {
      const words = fold(name).split(' ');
      expect(catalogue.longestFrom(words[0] ?? ''), name).toBeGreaterThanOrEqual(words.length);
    }
  });

  it('is 0 for a word with which no name begins', () => {
    expect(catalogue.longestFrom('zxqwv')).toBe(0);
  });
});

describe('the tables', () => {
  it('name every country of ISO 3166-1, and no others but former ones and Kosovo', () => {
    const codes = readTable(new URL('../../src/catalogue/countries.tsv', import.meta.url), [
      'code',
      'name',
      'aliases',
      'demonyms',
      'capitals',
    ]).map(({ code }) => code);
    const iso = Object.keys(countries.getAlpha2Codes());
    expect(iso.filter((code) => code !== 'AQ' && code !== 'BV' && !codes.includes(code))).toEqual([]);
    expect(codes.filter((code) => !iso.includes(code)).sort()).toEqual(['CS', 'DD', 'SU', 'YU']);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('name the file and the line that is wrong', () => {
    const table = new URL('../../src/catalogue/areas.tsv', import.meta.url);
    expect(() => readTable(table, ['key', 'nome'])).toThrow(/areas\.tsv.*first line/);
  });

  it('put every place of the supplement where it can be found', () => {
    const columns = ['key', 'name', 'aliases', 'precision', 'country', 'region', 'lat', 'lon', 'population'] as const;
    const rows = readTable(new URL('../../src/catalogue/places/supplement.tsv', import.meta.url), columns);
    expect(rows.length).toBeGreaterThan(500);
    for (const { key, name, aliases } of rows)
      for (const each of [name, ...aliases.split('|')].filter((form) => form !== ''))
        expect(
          named(each).map((place) => place.key),
          `${key} ${each}`,
        ).toContain(key);
  });
});

describe('loadGazetteer', () => {
  it('says what to do where the places have not been built', () => {
    expect(() => loadGazetteer(new URL('file:///nowhere/places.bin'))).toThrow('npm run build:places');
  });
});
