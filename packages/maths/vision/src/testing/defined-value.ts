import type { Result } from '@assay/stats';

/** The value of a result that must be defined. */
export function definedValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Undefined: ${result.reason}`);
  return result.value;
}
