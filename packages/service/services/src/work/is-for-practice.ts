/**
 * Is a decided sample for practice, and not for measuring? Every fourth, by the last digit of its key: whoever
 * practised on a sample knows its answer, so that it can measure nobody any more. It never changes sides.
 */
export function isForPractice(sampleKey: string): boolean {
  return Number.parseInt(sampleKey.slice(-1), 16) % 4 === 0;
}
