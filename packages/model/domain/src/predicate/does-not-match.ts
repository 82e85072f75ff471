import type { Predicate } from '@assay/contracts';
import { columnsOf } from './predicate-column.ts';

/**
 * The predicate that is true of exactly the rows that another does not match: those of which it is false, and those of
 * which it is unknown because a value is missing. Plain `not` is unknown of the latter.
 */
export function doesNotMatch(predicate: Predicate): Predicate {
  return turned(predicate, 'not true');
}

/** `not true`: false or unknown. `not false`: true or unknown. */
function turned(predicate: Predicate, into: 'not true' | 'not false'): Predicate {
  const other = into === 'not true' ? 'not false' : 'not true';
  switch (predicate.op) {
    case 'not':
      return turned(predicate.arg, other);
    case 'and':
    case 'or': {
      const args = predicate.args.map((arg) => turned(arg, into));
      const swapped = predicate.op === 'and' ? 'or' : 'and';
      return { op: into === 'not true' ? swapped : predicate.op, args };
    }
    case 'true':
    case 'missing':
      return into === 'not true' ? { op: 'not', arg: predicate } : predicate;
    default: {
      // Of no values it is false, whatever is missing.
      const isNever = predicate.op === 'in' && predicate.values.length === 0;
      if (isNever) return into === 'not true' ? { op: 'not', arg: predicate } : predicate;
      const missing = [...new Set(columnsOf(predicate))].map(
        (column): Predicate => ({ op: 'missing', column }),
      );
      const known: Predicate = into === 'not true' ? { op: 'not', arg: predicate } : predicate;
      return { op: 'or', args: [known, ...missing] };
    }
  }
}
