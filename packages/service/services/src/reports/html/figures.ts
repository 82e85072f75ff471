/** A share as a percentage; a dash where there is none. */
export function percent(value: number | null, digits = 1): string {
  return value === null ? '–' : `${(value * 100).toFixed(digits)}%`;
}

/** A figure with three decimals; a dash where there is none. */
export function decimal(value: number | null, digits = 3): string {
  return value === null ? '–' : value.toFixed(digits);
}

/** A count with thousands separated. */
export function whole(value: number): string {
  return value.toLocaleString('en');
}

/** `[low, high]` or nothing. */
export function span(interval: { low: number; high: number } | null, digits = 3): string {
  return interval === null ? '' : `[${interval.low.toFixed(digits)}, ${interval.high.toFixed(digits)}]`;
}
