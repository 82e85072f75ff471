/** Rates as somebody saved them: the number counts from 1, and they hold from a moment on; null is for ever. */
export type SavedRates<R> = { number: number; from: number | null; rates: R };

/** Rates and since when they hold, in the order of time. */
export type RatesInForce<R> = { from: number | null; number: number; rates: R };

const before = (a: number | null, b: number | null): boolean =>
  (a ?? Number.NEGATIVE_INFINITY) < (b ?? Number.NEGATIVE_INFINITY);

/**
 * Which rates hold when: at each moment those that were saved last among those that hold from then or earlier. Rates
 * that are saved later therefore replace everything from their moment on.
 *
 * @param saved in any order, each number once
 * @returns each from its moment until that of the next; nothing holds before the first
 */
export function ratesInForce<R>(saved: readonly SavedRates<R>[]): RatesInForce<R>[] {
  const line: RatesInForce<R>[] = [];
  for (const { number, from, rates } of [...saved].sort((a, b) => a.number - b.number)) {
    for (let last = line.at(-1); last !== undefined && !before(last.from, from); last = line.at(-1)) {
      line.pop();
    }
    line.push({ number, from, rates });
  }
  return line;
}

/**
 * May rates in another currency be saved? Amounts in two currencies add up to nothing, so that a currency changes for
 * all work at once or not at all.
 */
export function currencyMayBe(
  currency: string,
  from: number | null,
  saved: readonly SavedRates<{ currency: string }>[],
): boolean {
  return from === null || ratesInForce(saved).every(({ rates }) => rates.currency === currency);
}
