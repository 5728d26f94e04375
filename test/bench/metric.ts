/** One figure of the bench. `floor` is what it can be at best, `ratio` the value by it; both 0 where there is none. */
export interface Metric {
  readonly value: number;
  readonly unit: string;
  readonly floor: number;
  readonly ratio: number;
}

export type Metrics = Readonly<Record<string, Metric>>;

export function metric(value: number, unit: string, floor = 0): Metric {
  return { value: round(value), unit, floor: round(floor), ratio: floor === 0 ? 0 : round(value / floor) };
}

/** The middle one, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}

/** The one that 95 of 100 are not above. */
export function ninetyFifth(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
