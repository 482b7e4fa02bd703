import { expect, it } from 'vitest';
import type { IncidentPage } from '../../src/desk/schema';
import { figuresOf, labelsOf } from './tollFigures';

const said = (min: number, max: number | null, ...days: (string | null)[]) =>
  ({
    value: { min, max },
    sources: days.map((published) => ({ published })),
    origins: 1,
  }) as unknown as IncidentPage['killed'][number];

it('draws a number once a day, the held one marked', () => {
  const figures = figuresOf([
    said(133, 133, '2024-03-24', '2024-03-24', '2024-03-25'),
    said(40, null, '2024-03-22'),
    said(9, 9, null),
  ]);
  expect(figures.map(({ day, toll, held, told }) => [day, toll.min, held, told])).toEqual([
    [null, 9, false, 1],
    ['2024-03-22', 40, false, 1],
    ['2024-03-24', 133, true, 2],
    ['2024-03-25', 133, true, 1],
  ]);
});

it('lets no name lie over another', () => {
  const figures = figuresOf([
    said(133, 133, '2024-03-24'),
    said(137, null, '2024-03-24'),
    said(139, 139, '2024-03-25'),
  ]);
  const names = (step: number) =>
    labelsOf(figures, ({ day, toll }) => [day === '2024-03-24' ? 0 : step, 150 - (toll.min ?? 0)]);
  expect(names(80)).toEqual(['133, 137+', '', '139']);
  expect(names(20)).toEqual(['133, 137+', '', '']);
});
