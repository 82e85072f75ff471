import type { SampleRequest } from '../generator.ts';

/** @throws RangeError unless from and to are integers with 0 <= from <= to */
export function checkRequest({ from, to }: SampleRequest): void {
  if (!(Number.isSafeInteger(from) && Number.isSafeInteger(to) && 0 <= from && from <= to))
    throw new RangeError(`rows ${from} to ${to} are no range of rows`);
}
