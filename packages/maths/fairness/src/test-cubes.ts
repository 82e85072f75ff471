import type { Result } from '@assay/stats';
import type { ContingencyCube, CubeCell } from './contingency-cube.ts';

/** The value of a result that the test expects to be defined. */
export function definedValue<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`undefined: ${result.reason}`);
  return result.value;
}

/** A cube of one column `g` with `[favourable, n]` per group and outcomes `yes` and `no`. */
export function cubeOf(groups: Readonly<Record<string, readonly [number, number]>>): ContingencyCube {
  const cells = Object.entries(groups).flatMap(([group, [favourable, n]]): CubeCell[] => [
    { group: [group], outcome: 'yes', stratum: null, count: favourable },
    { group: [group], outcome: 'no', stratum: null, count: n - favourable },
  ]);
  return { columns: ['g'], cells };
}
