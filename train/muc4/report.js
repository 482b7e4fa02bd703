// Prints a score slot by slot.
const scorer = await import(new URL('../../../shared/eval/muc4.mjs', import.meta.url).pathname);
export const report = (score) => console.log(scorer.report(score, true));
