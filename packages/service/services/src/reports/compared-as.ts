import type { ColumnSpec } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { columnsOf } from '../sources/source-record.ts';

/**
 * The columns of a version as they are compared. Personal data is made up and never learnt: as with identifiers there
 * is nothing to compare, and none of its values may stand in a report, which more people read than the rows.
 */
export async function comparedAs(t: Repositories, versionId: string): Promise<ColumnSpec[]> {
  const findings = await t.sources.findings(versionId);
  const personal = new Set(
    findings.filter(({ status }) => status !== 'DISMISSED').map(({ columnIndex }) => columnIndex),
  );
  return (await columnsOf(t, versionId)).map((column) =>
    personal.has(column.index) ? { ...column, role: 'identifier' } : column,
  );
}
