import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Frees what nobody holds any more. Results of DuckDB are freed with the objects that hold them, and JavaScript, which
 * sees small objects alone, lets hundreds of megabytes of them gather: for between the parts of long work.
 */
export function collectGarbage(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}
