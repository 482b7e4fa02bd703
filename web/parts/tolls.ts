export interface Toll {
  min: number | null;
  max: number | null;
}

const n = (value: number) => value.toLocaleString('en-GB');

/** "137", "at least 60", "up to 12", "24–99". */
export function showToll({ min, max }: Toll): string {
  if (min !== null && max !== null) return min === max ? n(min) : `${n(min)}–${n(max)}`;
  if (min !== null) return `at least ${n(min)}`;
  if (max !== null) return `up to ${n(max)}`;
  return 'not stated';
}

/** The same for a narrow column: "137", "60+", "≤ 12", "24–99". */
export function shortToll({ min, max }: Toll): string {
  if (min !== null && max === null) return `${n(min)}+`;
  if (min === null && max !== null) return `≤ ${n(max)}`;
  return showToll({ min, max });
}

/** One number to sort and size by: the lowest that is sure. */
export const tollSize = (toll: Toll | null) => toll?.min ?? toll?.max ?? 0;
