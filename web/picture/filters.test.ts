import { describe, expect, it } from 'vitest';
import type { IncidentSummary } from '../../src/desk/schema';
import { facet, matcher, parseFilters, toggled } from './filters';

const place = (id: string, precision: 'city' | 'country', country: string, lat: number | null, lon: number | null) => ({
  id,
  name: id,
  precision,
  country,
  lat,
  lon,
});

function incident(id: string, more: Partial<IncidentSummary>): IncidentSummary {
  return {
    id,
    title: id,
    type: 'bombing',
    status: 'occurred',
    date: null,
    place: null,
    killed: null,
    injured: null,
    killedSpread: null,
    groups: [],
    reported: null,
    reports: 1,
    origins: 1,
    ...more,
  };
}

const moscow = incident('moscow', {
  title: 'Armed assault, Moscow',
  type: 'armed-assault',
  date: { start: '2024-03-22', end: '2024-03-22' },
  place: place('geonames:1', 'city', 'RU', 55.75, 37.62),
  groups: [{ id: 'isis-k', kind: 'group', name: 'Wilāyat Khurāsān' }],
});
const russia = incident('russia', {
  date: { start: '2024-01-01', end: '2024-12-31' },
  place: place('country:RU', 'country', 'RU', null, null),
});
const undated = incident('undated', { status: 'foiled', place: place('geonames:2', 'city', 'DE', 50.9, 6.9) });
const all = [moscow, russia, undated];
const kept = (filters: object) => all.filter((one) => matcher(parseFilters({ ...filters }))(one)).map((one) => one.id);

describe('filters', () => {
  it('keep what may have happened in the chosen days, and leave undated incidents out', () => {
    expect(kept({ from: '2024-03-22', to: '2024-03-22' })).toEqual(['moscow', 'russia']);
    expect(kept({ to: '2023-12-31' })).toEqual([]);
  });

  it('take an area as points only: a country as a whole lies in none', () => {
    expect(kept({ area: '30,50,45,60' })).toEqual(['moscow']);
    expect(kept({ country: 'RU' })).toEqual(['moscow', 'russia']);
  });

  it('reach across the date line', () => {
    expect(kept({ area: '170,40,40,60' })).toEqual(['moscow', 'undated']);
  });

  it('search titles and names without accents', () => {
    expect(kept({ q: 'khurasan moscow' })).toEqual(['moscow']);
  });

  it('combine, and drop what is no value of theirs', () => {
    expect(kept({ type: 'armed-assault,bombing', status: 'occurred' })).toEqual(['moscow', 'russia']);
    expect(parseFilters({ type: 'bombing,nonsense', from: 'yesterday', country: 'russia', area: '1,2' })).toEqual({
      type: 'bombing',
    });
  });

  it('leave out their own part where a view asks for it', () => {
    const passes = matcher({ country: 'DE', from: '2024-03-01' });
    expect(all.filter((one) => passes(one, 'where')).map(({ id }) => id)).toEqual(['moscow', 'russia']);
    expect(all.filter((one) => passes(one, 'time')).map(({ id }) => id)).toEqual(['undated']);
  });

  it('toggle a value of a list', () => {
    expect(toggled(undefined, 'a')).toBe('a');
    expect(toggled('a,b', 'a')).toBe('b');
    expect(toggled('a', 'a')).toBeUndefined();
  });

  it('count each value, and keep a chosen one at none', () => {
    const facets = facet(
      all,
      (one) => [{ value: one.type, label: one.type }],
      ['hijacking'],
      (value) => value,
    );
    expect(facets.map(({ value, count }) => [value, count])).toEqual([
      ['bombing', 2],
      ['armed-assault', 1],
      ['hijacking', 0],
    ]);
  });
});
