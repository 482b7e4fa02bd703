import { describe, expect, it } from 'vitest';
import { shares } from '../../../src/exchange/muc4/choice.js';
import { chanceBy } from '../../../src/exchange/muc4/trees.js';

describe('trees', () => {
  it('add up the leaves that the row leads to, from the bias on', () => {
    const trees = { bias: 1, trees: [[[0, 2.5, 1, 2], [-1], [1, 0.5, 3, 4], [0.25], [2]]] } as Parameters<
      typeof chanceBy
    >[0];
    expect(chanceBy(trees, [2, 9])).toBeCloseTo(0.5);
    expect(chanceBy(trees, [2.5, 0])).toBeCloseTo(1 / (1 + Math.exp(-1.25)));
    expect(chanceBy(trees, [3, 1])).toBeCloseTo(1 / (1 + Math.exp(-3)));
  });
});

describe('shares of choices', () => {
  it('sum to one and follow the weights', () => {
    const model = { classes: ['no', 'yes'], bias: [0, 0], weights: { near: [0, 20] } };
    const found = shares(
      [
        { value: 'LIMA', features: ['near'] },
        { value: 'PERU', features: ['far'] },
      ],
      model,
    );
    expect(found.get('LIMA')).toBeCloseTo(Math.E / (1 + Math.E));
    expect(found.get('PERU')).toBeCloseTo(1 / (1 + Math.E));
  });

  it('are empty where there is nothing to choose from', () => {
    expect(shares([], { classes: ['no', 'yes'], bias: [0, 0], weights: {} }).size).toBe(0);
  });
});
