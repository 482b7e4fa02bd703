import { describe, expect, it } from 'vitest';
import type { IncidentSummary } from '../../src/desk/schema';
import { COUNTRIES, drawingOf, drawnAt, locate, projection } from './geography';

type Place = NonNullable<IncidentSummary['place']>;
const place = (precision: Place['precision'], country: string | null, point: [number, number] | null): Place => ({
  id: `${precision}:${country}`,
  name: precision,
  precision,
  country,
  lat: point?.[0] ?? null,
  lon: point?.[1] ?? null,
});

describe('how a place is drawn', () => {
  it('is a dot only where a city or a site is known', () => {
    expect(drawingOf(place('city', 'RU', [55.75, 37.62]))).toBe('dot');
    expect(drawingOf(place('site', 'RU', [55.75, 37.62]))).toBe('dot');
    expect(drawingOf(place('province', 'AF', [35, 63]))).toBe('circle');
  });

  it('is never a point for a country, even if someone gives it one', () => {
    expect(drawingOf(place('country', 'RU', [60, 100]))).toBe('shade');
    expect(drawingOf(place('region', null, [10, 10]))).toBe('off');
  });

  it('is a note where the map has no such country or no point is known', () => {
    expect(drawingOf(place('country', 'BH', null))).toBe('off');
    expect(drawingOf(place('city', 'RU', null))).toBe('off');
  });

  it('puts each incident in one part only', () => {
    const places = [place('city', 'RU', [55, 37]), place('country', 'TJ', null), place('region', null, null), null];
    const incidents = places.map((where, n) => ({ id: String(n), place: where }) as IncidentSummary);
    const { places: dots, shaded, areas, unknown } = locate(incidents);
    expect([dots.length, shaded.get('TJ')?.length, areas.length, unknown.length]).toEqual([1, 1, 1, 1]);
  });
});

it('frames the map on the countries that are hatched, not on dots alone', () => {
  const places = [place('city', 'RU', [55, 37]), place('country', 'FR', null), place('region', null, null)];
  const points = drawnAt(locate(places.map((where, n) => ({ id: String(n), place: where }) as IncidentSummary)));
  expect(points).toEqual([projection([37, 55]), COUNTRIES.find(({ code }) => code === 'FR')?.centre]);
});

describe('the outlines', () => {
  it('have their middle on the mainland', () => {
    const centre = COUNTRIES.find(({ code }) => code === 'FR')?.centre ?? [0, 0];
    const [lon, lat] = projection.invert?.(centre) ?? [0, 0];
    expect([Math.round(lon), Math.round(lat)]).toEqual([2, 47]);
  });

  it('carry ISO codes', () => {
    const codes = COUNTRIES.map((country) => country.code);
    expect(codes).toEqual(expect.arrayContaining(['AF', 'RU', 'IR', 'XK', 'US']));
    expect(new Set(codes.filter(Boolean)).size).toBe(codes.filter(Boolean).length);
  });

  it('lie where the projection puts their cities', () => {
    const [x, y] = projection([69.17, 34.53]) ?? [0, 0];
    const afghanistan = COUNTRIES.find((country) => country.code === 'AF');
    const [[x0, y0], [x1, y1]] = afghanistan?.bounds ?? [
      [0, 0],
      [0, 0],
    ];
    expect(x > x0 && x < x1 && y > y0 && y < y1).toBe(true);
  });
});
