import {
  AssayError,
  failureText,
  type ImageImportStatus,
  imageImportAbout,
  imageImportStatus,
  notFound,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';

export type ImageImportRow = NonNullable<Awaited<ReturnType<Repositories['imageImports']['get']>>>;

export async function requireImageImport(t: Repositories, importId: string): Promise<ImageImportRow> {
  const row = await t.imageImports.get(importId);
  if (row === null) throw notFound('import');
  return row;
}

/** An import that is locked, with what else is taken in its project, until the transaction ends. */
export async function lockImageImport(t: Repositories, importId: string): Promise<ImageImportRow> {
  const row = await t.imageImports.lock(importId);
  if (row === null) throw notFound('import');
  return row;
}

export const statusOfImageImport = (row: ImageImportRow): ImageImportStatus =>
  imageImportStatus.parse(row.status);

/** The documents of an import, read. */
export function documentsOfImageImport(row: ImageImportRow) {
  return {
    about: imageImportAbout.parse(row.about),
    failure: failureText.nullable().parse(row.failure ?? null),
  };
}

export function notInThisState(row: ImageImportRow, word: string): AssayError {
  const status = statusOfImageImport(row).toLowerCase();
  return new AssayError('conflict', `Import ${row.number} is ${status} and cannot be ${word}.`, {
    kept: 'Nothing was changed.',
    next: 'Load the page again to see how it stands.',
  });
}
