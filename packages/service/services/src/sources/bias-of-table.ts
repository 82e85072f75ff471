import { AssayError, type BiasQuestion, type BiasReport, type ColumnSpec } from '@assay/contracts';
import type { CubeCell } from '@assay/fairness';
import type { TableReader } from '@assay/tables';
import { biasOfCells, type Population } from './bias-of-cells.ts';

const text = (value: string | number | boolean | null): string | null =>
  value === null ? null : String(value);

/** Columns that can make groups: few values, no numbers on a scale. */
export function canGroup(column: ColumnSpec): boolean {
  return column.type === 'category' || column.type === 'boolean';
}

function checkQuestion(columns: readonly ColumnSpec[], question: BiasQuestion): void {
  const asked = [...question.groups, ...(question.target === null ? [] : [question.target])];
  for (const name of asked) {
    const column = columns.find((each) => each.name === name);
    if (column === undefined) {
      throw new AssayError('bad-input', `There is no column "${name}" in this version.`, { field: 'groups' });
    }
    if (!canGroup(column)) {
      throw new AssayError('bad-input', `"${name}" is ${column.type}: groups and outcomes need few values.`, {
        field: 'groups',
        next: 'Choose a category or boolean column.',
      });
    }
  }
}

/**
 * Shares per group and intersection, against a population where one is given, and selection rates with the
 * four-fifths rule where an outcome is asked about. One contingency table is read, whatever the number of rows.
 */
export async function biasOfTable(
  reader: TableReader,
  question: BiasQuestion,
  population: Population | null,
): Promise<BiasReport> {
  checkQuestion(reader.manifest.columns, question);
  const names = question.target === null ? question.groups : [...question.groups, question.target];
  const counts = await reader.countBy(names);
  if (counts.rest.groups > 0) {
    throw new AssayError('bad-input', 'These columns make more than 10,000 groups.', {
      field: 'groups',
      next: 'Choose columns with fewer values.',
    });
  }
  const width = question.groups.length;
  const cells: CubeCell[] = counts.groups.map(({ values, count }) => ({
    group: values.slice(0, width).map(text),
    outcome: question.target === null ? null : text(values[width] ?? null),
    stratum: null,
    count,
  }));
  const report = biasOfCells(cells, question, population);
  if (report === null)
    throw new AssayError('not-ready', 'This version has no rows, so that it has no groups.');
  return report;
}
