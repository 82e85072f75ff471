import type { ColumnFacts, ColumnSpec, ImportNotice } from '@assay/contracts';

/** Why a person should look at a column before it is imported. */
export type ColumnProblem =
  | 'personal-data'
  | 'notice'
  | 'no-header'
  | 'renamed'
  | 'all-missing'
  | 'mostly-missing'
  | 'constant';

const MOSTLY = { numerator: 1, denominator: 2 };

/** What is odd about a column, the gravest first. `notices` are those of the whole file. */
export function columnProblems(
  column: Pick<ColumnSpec, 'index' | 'name' | 'sourceName'>,
  facts: Pick<ColumnFacts, 'rows' | 'missing' | 'distinct'> | undefined,
  notices: readonly Pick<ImportNotice, 'column' | 'severity'>[],
  masked: ReadonlySet<number>,
): ColumnProblem[] {
  const problems: ColumnProblem[] = [];
  if (masked.has(column.index)) problems.push('personal-data');
  if (notices.some((notice) => notice.column === column.name && notice.severity !== 'info')) {
    problems.push('notice');
  }
  if (column.sourceName.trim() === '') problems.push('no-header');
  else if (column.sourceName !== column.name) problems.push('renamed');
  if (facts === undefined || facts.rows === 0) return problems;
  if (facts.missing === facts.rows) problems.push('all-missing');
  else if (facts.missing * MOSTLY.denominator > facts.rows * MOSTLY.numerator)
    problems.push('mostly-missing');
  if (facts.distinct === 1 && facts.missing === 0) problems.push('constant');
  return problems;
}
