// Gradient-boosted trees on a table of numbers, for the chance of a yes. Nothing is drawn at random: the same data give the
// same trees.
const BINS = 48;

/**
 * The trees as src/exchange/muc4/trees.ts reads them.
 * @param {{row: number[], yes: boolean}[]} rows
 */
export function boost(rows, { rounds = 60, depth = 3, rate = 0.08, l2 = 3, least = 15 } = {}) {
  const n = rows.length;
  const m = rows[0].row.length;
  const limits = [];
  const bins = [];
  for (let f = 0; f < m; f++) {
    const sorted = Float64Array.from(rows, ({ row }) => row[f]).sort();
    const cuts = [];
    const uniq = [];
    for (const v of sorted) if (v !== uniq.at(-1)) uniq.push(v);
    if (uniq.length <= BINS) for (let i = 1; i < uniq.length; i++) cuts.push((uniq[i - 1] + uniq[i]) / 2);
    else
      for (let b = 1; b < BINS; b++) {
        const v = sorted[Math.floor((b * n) / BINS)];
        if (v !== cuts.at(-1) && v > sorted[0]) cuts.push(v);
      }
    limits.push(cuts);
    const of = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      let lo = 0;
      let hi = cuts.length;
      const v = rows[i].row[f];
      while (lo < hi) {
        const mid = (lo + hi) >> 1;
        if (v >= cuts[mid]) lo = mid + 1;
        else hi = mid;
      }
      of[i] = lo;
    }
    bins.push(of);
  }
  const yes = rows.filter((row) => row.yes).length;
  const bias = Math.log((yes + 0.5) / (n - yes + 0.5));
  const score = new Float64Array(n).fill(bias);
  const g = new Float64Array(n);
  const h = new Float64Array(n);
  const trees = [];
  const G = new Float64Array(BINS + 1);
  const H = new Float64Array(BINS + 1);
  const C = new Float64Array(BINS + 1);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-score[i]));
      g[i] = (rows[i].yes ? 1 : 0) - p;
      h[i] = p * (1 - p);
    }
    const tree = [];
    const grow = (at, level) => {
      let sg = 0;
      let sh = 0;
      for (const i of at) {
        sg += g[i];
        sh += h[i];
      }
      let top = null;
      if (level < depth && at.length >= 2 * least)
        for (let f = 0; f < m; f++) {
          const of = bins[f];
          const k = limits[f].length;
          if (k === 0) continue;
          G.fill(0);
          H.fill(0);
          C.fill(0);
          for (const i of at) {
            const b = of[i];
            G[b] += g[i];
            H[b] += h[i];
            C[b]++;
          }
          let lg = 0;
          let lh = 0;
          let lc = 0;
          for (let b = 0; b < k; b++) {
            lg += G[b];
            lh += H[b];
            lc += C[b];
            if (lc < least) continue;
            if (at.length - lc < least) break;
            const gain = (lg * lg) / (lh + l2) + ((sg - lg) * (sg - lg)) / (sh - lh + l2) - (sg * sg) / (sh + l2);
            if (!top || gain > top.gain) top = { gain, f, b };
          }
        }
      const me = tree.length;
      if (!top || top.gain < 1e-3) {
        const v = Math.round((1000 * rate * sg) / (sh + l2)) / 1000;
        tree.push([v]);
        for (const i of at) score[i] += v;
        return me;
      }
      tree.push(null);
      const of = bins[top.f];
      const left = at.filter((i) => of[i] <= top.b);
      const right = at.filter((i) => of[i] > top.b);
      const l = grow(left, level + 1);
      const r = grow(right, level + 1);
      tree[me] = [top.f, limits[top.f][top.b], l, r];
      return me;
    };
    grow(
      Uint32Array.from({ length: n }, (_, i) => i),
      0,
    );
    trees.push(tree);
  }
  return { bias, trees };
}
