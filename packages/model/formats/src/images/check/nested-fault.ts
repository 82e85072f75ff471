import type { Fault } from './check-geometry.ts';
import { nestedAttributes } from './json-value.ts';
import { shown } from './reading.ts';

/** That attributes which are lists or objects are not kept; undefined where none is. */
export function nestedFault(attributes: unknown): Fault | undefined {
  const names = nestedAttributes(attributes);
  if (names.length === 0) return undefined;
  return {
    code: 'unsupported',
    message: `Attributes are lists or objects: ${shown(names.join(', '))}.`,
    outcome: 'changed',
    kept: 'These attributes were left out; the region was kept.',
    next: 'Write them as texts, numbers or booleans, and import it again.',
  };
}
