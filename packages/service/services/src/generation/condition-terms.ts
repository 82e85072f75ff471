import type { ColumnSpec, Comparator, Literal, Predicate } from '@assay/contracts';
import { findColumn, operandOf } from '@assay/domain';
import type { ConditionTerm } from '@assay/synthesis';
import { numberOf } from './literal-number.ts';

/** What of a condition generators can meet by construction. */
export type ConditionTerms = {
  terms: ConditionTerm[];
  /** Whether the terms say all of it: else the rest is tested. */
  isWhole: boolean;
};

const NOTHING: ConditionTerms = { terms: [], isWhole: false };
const whole = (...terms: ConditionTerm[]): ConditionTerms => ({ terms, isWhole: true });

/** A predicate as bounds and levels of single columns that all hold, as far as it is one. */
export function conditionTerms(predicate: Predicate, specs: readonly ColumnSpec[]): ConditionTerms {
  switch (predicate.op) {
    case 'true':
      return whole();
    case 'and': {
      const parts = predicate.args.map((arg) => conditionTerms(arg, specs));
      return {
        terms: parts.flatMap(({ terms }) => terms),
        isWhole: parts.every((part) => part.isWhole),
      };
    }
    case 'or':
      return unionOf(predicate.args.map((arg) => conditionTerms(arg, specs)));
    case 'compare':
      return comparison(predicate.column, predicate.comparator, predicate.value, specs);
    case 'between': {
      const low = comparison(predicate.column, '>=', predicate.low, specs);
      const high = comparison(predicate.column, '<=', predicate.high, specs);
      return { terms: [...low.terms, ...high.terms], isWhole: low.isWhole && high.isWhole };
    }
    case 'in':
      return unionOf(predicate.values.map((value) => comparison(predicate.column, '=', value, specs)));
    case 'missing': {
      const spec = findColumn(specs, predicate.column);
      return spec === null || isNumeric(spec) ? NOTHING : whole({ column: spec.name, levels: [null] });
    }
    default:
      return NOTHING;
  }
}

const isNumeric = ({ type }: ColumnSpec): boolean =>
  type === 'integer' || type === 'decimal' || type === 'datetime';

function comparison(
  name: string,
  comparator: Comparator,
  literal: Literal,
  specs: readonly ColumnSpec[],
): ConditionTerms {
  const spec = findColumn(specs, name);
  if (spec === null || comparator === '!=') return NOTHING;
  const column = spec.name;
  if (!isNumeric(spec)) {
    const operand = operandOf(spec, literal);
    if (operand === null || comparator !== '=') return NOTHING;
    return whole({ column, levels: [String(operand.value)] });
  }
  const value = numberOf(name, literal, specs);
  if (value === null || !Number.isFinite(value)) return NOTHING;
  switch (comparator) {
    case '=':
      return whole({ column, min: value, max: value });
    case '>=':
      return whole({ column, min: value });
    case '>':
      return whole({ column, min: nextAbove(value) });
    case '<=':
      return whole({ column, max: value });
    case '<':
      return whole({ column, max: -nextAbove(-value) });
  }
}

/** Either of some levels of one column is a choice of levels; any other choice is no list of terms. */
function unionOf(parts: readonly ConditionTerms[]): ConditionTerms {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const levels: (string | null)[] = [];
  let column: string | null = null;
  for (const { terms, isWhole } of parts) {
    const [term] = terms;
    if (!isWhole || term === undefined || terms.length > 1 || !('levels' in term)) return NOTHING;
    if (column !== null && column !== term.column) return NOTHING;
    column = term.column;
    levels.push(...term.levels);
  }
  return column === null ? NOTHING : whole({ column, levels: [...new Set(levels)] });
}

/** The next double above. */
function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bits = new BigInt64Array(1);
  const double = new Float64Array(bits.buffer);
  double[0] = value;
  bits[0] = bits[0]! + (value > 0 ? 1n : -1n);
  return double[0];
}
