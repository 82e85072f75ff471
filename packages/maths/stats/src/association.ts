import type { Result } from './result.ts';

/** How a column enters an association: numbers by size, categories by equality. */
export type AssociationKind = 'number' | 'category';

export type AssociationMeasure = 'pearson' | 'spearman' | 'cramers-v-corrected' | 'correlation-ratio';

/** One pair of columns; `n` is the number of rows where both are there. */
export type Association = {
  readonly left: string;
  readonly right: string;
  readonly measure: AssociationMeasure;
  readonly value: Result<number>;
  readonly n: number;
};

/** The measure for a pair of kinds. Two numbers take Spearman's, unless the linear one is asked for. */
export function associationMeasure(
  left: AssociationKind,
  right: AssociationKind,
  linear = false,
): AssociationMeasure {
  if (left === 'category' && right === 'category') return 'cramers-v-corrected';
  if (left === 'number' && right === 'number') return linear ? 'pearson' : 'spearman';
  return 'correlation-ratio';
}

/**
 * The symmetric matrix of some pairs over `columns`, in their order: the diagonal and pairs that were not measured
 * are null.
 */
export function associationMatrix(
  columns: readonly string[],
  pairs: readonly Association[],
): (Association | null)[][] {
  const position = new Map(columns.map((column, index) => [column, index]));
  const matrix: (Association | null)[][] = columns.map(() => columns.map(() => null));
  for (const pair of pairs) {
    const row = position.get(pair.left);
    const column = position.get(pair.right);
    if (row === undefined || column === undefined || row === column) continue;
    matrix[row]![column] = pair;
    matrix[column]![row] = pair;
  }
  return matrix;
}
