import type { GuidelineRule, RecipeConstraint } from '@assay/contracts';
import { compilePredicate, type PredicateRow } from '../predicate/evaluate.ts';
import { formatPredicate } from '../predicate/format-predicate.ts';
import { columnsOf, type PredicateColumn, PredicateMismatch } from '../predicate/predicate-column.ts';
import { constraintPredicate } from '../recipe/check-recipe.ts';

/** Something that a row, or the label given to it, breaks. */
export type BrokenCheck = {
  id: string;
  /** Of the guideline; or what the recipe said that every row satisfies. */
  from: 'guideline' | 'recipe';
  severity: 'error' | 'warning';
  text: string;
  /** Columns that it reads. */
  columns: string[];
};

export type RowChecks = (row: PredicateRow, labelIds: readonly string[]) => BrokenCheck[];

type Compiled = BrokenCheck & { isBroken: (row: PredicateRow, labelIds: readonly string[]) => boolean };

/** How far a sum may be from its total: what adding decimals in another order changes. */
const SUM_TOLERANCE = 1e-9;

function ruleCheck(rule: GuidelineRule, columns: readonly PredicateColumn[]): Compiled | null {
  const withLabel = [...columns, { name: 'label', physical: 'VARCHAR' as const }];
  const holds = compile(() => compilePredicate(rule.holds, withLabel));
  if (holds === null) return null;
  return {
    id: rule.id,
    from: 'guideline',
    severity: rule.severity,
    text: rule.text,
    columns: columnsOf(rule.holds).filter((name) => name !== 'label'),
    isBroken: (row, labelIds) => {
      const labels = labelIds.length === 0 ? [null] : labelIds;
      return labels.some((label) => holds({ ...row, label }) === false);
    },
  };
}

function constraintCheck(
  constraint: RecipeConstraint,
  at: number,
  columns: readonly PredicateColumn[],
): Compiled | null {
  const about = { id: `constraint:${at}`, from: 'recipe' as const, severity: 'error' as const };
  if (constraint.kind === 'sum') {
    const { total, parts } = constraint;
    return {
      ...about,
      text: `${total} = ${parts.join(' + ')}`,
      columns: [total, ...parts],
      isBroken: (row) =>
        isSumBroken(
          row[total],
          parts.map((part) => row[part]),
        ),
    };
  }
  const predicate = constraintPredicate(constraint);
  const holds = predicate === null ? null : compile(() => compilePredicate(predicate, columns));
  if (predicate === null || holds === null) return null;
  return {
    ...about,
    text: formatPredicate(predicate),
    columns: columnsOf(predicate),
    isBroken: (row) => holds(row) === false,
  };
}

/** Unknown, and not broken, where a number is missing. */
function isSumBroken(total: unknown, parts: readonly unknown[]): boolean {
  const numbers = [total, ...parts].map((each) =>
    each === null || each === undefined || each === '' ? Number.NaN : Number(each),
  );
  if (!numbers.every(Number.isFinite)) return false;
  const [whole = 0, ...rest] = numbers;
  const sum = rest.reduce((all, each) => all + each, 0);
  const scale = rest.reduce((all, each) => all + Math.abs(each), Math.abs(whole));
  return Math.abs(sum - whole) > SUM_TOLERANCE * scale;
}

function compile<T>(make: () => T): T | null {
  try {
    return make();
  } catch (error) {
    if (error instanceof PredicateMismatch) return null;
    throw error;
  }
}

/**
 * What a program can say of one row: rules of the guideline over its values and the label's id (`label`), and the
 * constraints of the recipe that one row can break. What does not fit the columns, and what only the whole table can
 * break, is left out.
 */
export function compileRowChecks(
  rules: readonly GuidelineRule[],
  constraints: readonly RecipeConstraint[],
  columns: readonly PredicateColumn[],
): RowChecks {
  const checks = [
    ...rules.map((rule) => ruleCheck(rule, columns)),
    ...constraints.map((constraint, at) => constraintCheck(constraint, at, columns)),
  ].filter((each) => each !== null);
  return (row, labelIds) =>
    checks.flatMap(({ isBroken, ...about }) => (isBroken(row, labelIds) ? [about] : []));
}
