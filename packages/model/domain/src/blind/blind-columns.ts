import type { BlindLeftOut, BlindTest, ColumnSpec, PrivacyUnit } from '@assay/contracts';

const isIdentifier = ({ role, type }: ColumnSpec): boolean => role === 'identifier' || type === 'identifier';

/** Columns of a source that name a row or a person: identifiers, and the one by which the privacy unit is known. */
export function namingColumns(source: readonly ColumnSpec[], unit: PrivacyUnit | null): ReadonlySet<string> {
  const names = source.filter(isIdentifier).map(({ name }) => name);
  return new Set(unit?.kind === 'entity' ? [...names, unit.column] : names);
}

/** Columns of a source that a blind test never shows. */
export type HiddenColumns = {
  /** With a finding of personal data that nobody has dismissed. */
  readonly personal: ReadonlySet<string>;
  /** See `namingColumns`. */
  readonly naming: ReadonlySet<string>;
};

function whyNot(
  column: ColumnSpec,
  real: ColumnSpec | undefined,
  { personal, naming }: HiddenColumns,
): BlindLeftOut | null {
  if (real === undefined) return 'not-in-source';
  if (personal.has(real.name)) return 'personal-data';
  if (naming.has(real.name) || isIdentifier(column)) return 'identifier';
  return real.type === column.type && real.physical === column.physical ? null : 'other-type';
}

/**
 * The columns that a blind test can show: those that the run and the source have alike. One with personal data or
 * identifiers is not shown at all, of neither: a mask would tell which rows are real.
 */
export function blindColumns(
  run: readonly ColumnSpec[],
  source: readonly ColumnSpec[],
  hidden: HiddenColumns,
): Pick<BlindTest, 'columns' | 'leftOut'> {
  const realOf = new Map(source.map((column) => [column.name, column]));
  const columns: string[] = [];
  const leftOut: BlindTest['leftOut'] = [];
  for (const column of run) {
    const why = whyNot(column, realOf.get(column.name), hidden);
    if (why === null) columns.push(column.name);
    else leftOut.push({ column: column.name, why });
  }
  return { columns, leftOut };
}
