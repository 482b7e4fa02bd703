// Softmax regression on sparse binary features: AdaGrad, L2, seeded order, so that the same data give the same weights.

const STEPS = 20;
const LEAST_SPREAD = 5;

/** @param {{features: string[], label: number, weight?: number}[]} data */
export function learn(data, classes, { epochs = 8, rate = 0.05, l2 = 8e-6, seed = 1, least = 2 } = {}) {
  const counts = new Map();
  for (const { features } of data) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const ids = new Map();
  for (const [f, n] of counts) if (n >= least) ids.set(f, ids.size + 1);
  const k = classes.length;
  const weights = new Float64Array((ids.size + 1) * k);
  const squares = new Float64Array((ids.size + 1) * k).fill(1e-2);
  const rows = data.map(({ features, label, weight = 1 }) => {
    const row = [0];
    for (const f of features) {
      const id = ids.get(f);
      if (id !== undefined) row.push(id);
    }
    return { row: Int32Array.from(row), label, weight };
  });
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const scores = new Float64Array(k);
  const sums = new Float64Array(weights.length);
  const late = Math.floor(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = rows.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [rows[i], rows[j]] = [rows[j], rows[i]];
    }
    for (const { row, label, weight } of rows) {
      scores.fill(0);
      for (const id of row) for (let c = 0; c < k; c++) scores[c] += weights[id * k + c];
      let top = -Infinity;
      for (let c = 0; c < k; c++) if (scores[c] > top) top = scores[c];
      let sum = 0;
      for (let c = 0; c < k; c++) {
        scores[c] = Math.exp(scores[c] - top);
        sum += scores[c];
      }
      for (let c = 0; c < k; c++) scores[c] = weight * (scores[c] / sum - (c === label ? 1 : 0));
      for (const id of row)
        for (let c = 0; c < k; c++) {
          const at = id * k + c;
          const g = scores[c] + l2 * rows.length * weights[at] * (id ? 0.05 : 0);
          squares[at] += g * g;
          weights[at] -= (rate * g) / Math.sqrt(squares[at]);
        }
    }
    // The mean over the later passes is steadier than the last.
    if (epoch >= late) for (let i = 0; i < sums.length; i++) sums[i] += weights[i] / (epochs - late);
  }
  // Whole twentieths, and only features that tell the classes apart: a smaller file for next to no loss.
  const round = (w) => Math.round(w * STEPS);
  const model = { classes, bias: [...sums.slice(0, k)].map(round), weights: {} };
  for (const [f, id] of ids) {
    const w = [...sums.slice(id * k, id * k + k)].map(round);
    if (Math.max(...w) - Math.min(...w) >= LEAST_SPREAD) model.weights[f] = w;
  }
  return model;
}

/**
 * Weights that set the right one of several apart (conditional logit): each group is a choice, `right` for one or more.
 * The model has the classes "no" and "yes", so that the likeliest "yes" is the choice.
 * @param {{features: string[], right: boolean}[][]} groups
 */
export function learnChoice(groups, { epochs = 12, rate = 0.05, l2 = 2e-3, seed = 1, least = 2 } = {}) {
  const counts = new Map();
  for (const group of groups)
    for (const { features } of group) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const ids = new Map();
  for (const [f, n] of counts) if (n >= least) ids.set(f, ids.size);
  const weights = new Float64Array(ids.size);
  const squares = new Float64Array(ids.size).fill(1e-2);
  const sums = new Float64Array(ids.size);
  const sets = groups
    .filter((group) => group.some(({ right }) => right) && group.some(({ right }) => !right))
    .map((group) => {
      const share = 1 / group.filter(({ right }) => right).length;
      return group.map(({ features, right }) => ({
        row: features.map((f) => ids.get(f)).filter((id) => id !== undefined),
        wish: right ? share : 0,
      }));
    });
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  const late = Math.floor(epochs / 2);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = sets.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [sets[i], sets[j]] = [sets[j], sets[i]];
    }
    for (const set of sets) {
      const scores = set.map(({ row }) => row.reduce((sum, id) => sum + weights[id], 0));
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const sum = powers.reduce((a, b) => a + b, 0);
      set.forEach(({ row, wish }, i) => {
        const slope = powers[i] / sum - wish;
        for (const id of row) {
          const g = slope + l2 * weights[id];
          squares[id] += g * g;
          weights[id] -= (rate * g) / Math.sqrt(squares[id]);
        }
      });
    }
    if (epoch >= late) for (let i = 0; i < sums.length; i++) sums[i] += weights[i] / (epochs - late);
  }
  const model = { classes: ['no', 'yes'], bias: [0, 0], weights: {} };
  for (const [f, id] of ids) {
    const w = Math.round(sums[id] * STEPS);
    if (w !== 0) model.weights[f] = [0, w];
  }
  return model;
}
