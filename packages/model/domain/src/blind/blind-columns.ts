import type { BlindLeftOut, BlindTest, ColumnSpec } from '@assay/contracts';

function whyNot(
  column: ColumnSpec,
  real: ColumnSpec | undefined,
  personal: ReadonlySet<string>,
): BlindLeftOut | null {
  if (real === undefined) return 'not-in-source';
  if (personal.has(real.name)) return 'personal-data';
  const isIdentifier = [real, column].some(
    (each) => each.role === 'identifier' || each.type === 'identifier',
  );
  if (isIdentifier) return 'identifier';
  return real.type === column.type && real.physical === column.physical ? null : 'other-type';
}

/**
 * The columns that a blind test can show: those that the run and the source have alike. One with personal data or
 * identifiers is not shown at all, of neither: a mask would tell which rows are real.
 *
 * @param personal columns of the source with a finding of personal data that nobody has dismissed
 */
export function blindColumns(
  run: readonly ColumnSpec[],
  source: readonly ColumnSpec[],
  personal: ReadonlySet<string>,
): Pick<BlindTest, 'columns' | 'leftOut'> {
  const realOf = new Map(source.map((column) => [column.name, column]));
  const columns: string[] = [];
  const leftOut: BlindTest['leftOut'] = [];
  for (const column of run) {
    const why = whyNot(column, realOf.get(column.name), personal);
    if (why === null) columns.push(column.name);
    else leftOut.push({ column: column.name, why });
  }
  return { columns, leftOut };
}
