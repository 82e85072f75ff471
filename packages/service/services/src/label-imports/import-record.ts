import {
  AssayError,
  failureText,
  type LabelImportStatus,
  type LabelImportUse,
  labelImportCheck,
  labelImportMapping,
  labelImportStatus,
  labelImportUse,
  notFound,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';

export type ImportRow = NonNullable<Awaited<ReturnType<Repositories['labelImports']['get']>>>;

export async function requireImport(t: Repositories, importId: string): Promise<ImportRow> {
  const row = await t.labelImports.get(importId);
  if (row === null) throw notFound('import');
  return row;
}

/** An import that is locked until the transaction ends. */
export async function lockImport(t: Repositories, importId: string): Promise<ImportRow> {
  const row = await t.labelImports.lock(importId);
  if (row === null) throw notFound('import');
  return row;
}

export const statusOfImport = (row: ImportRow): LabelImportStatus => labelImportStatus.parse(row.status);
export const useOf = (row: ImportRow): LabelImportUse => labelImportUse.parse(row.use);

export function notNow(row: ImportRow, word: string): AssayError {
  const status = statusOfImport(row).toLowerCase();
  return new AssayError('conflict', `Import ${row.number} is ${status} and cannot be ${word}.`, {
    kept: 'Nothing was changed.',
    next: 'Load the page again to see how it stands.',
  });
}

const documents = {
  found: labelImportCheck.nullable(),
  mapping: labelImportMapping.nullable(),
  failure: failureText.nullable(),
};

/** The documents of an import, read. */
export function documentsOfImport(row: ImportRow) {
  return {
    found: documents.found.parse(row.found ?? null),
    mapping: documents.mapping.parse(row.mapping ?? null),
    failure: documents.failure.parse(row.failure ?? null),
  };
}
