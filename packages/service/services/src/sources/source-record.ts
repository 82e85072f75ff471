import {
  AssayError,
  type ColumnSpec,
  columnSpec,
  notFound,
  type PrivacyUnit,
  privacyUnit,
  type SourceTerms,
  sourceTerms,
  type TableManifest,
  tableManifest,
} from '@assay/contracts';
import type { Prisma, Repositories } from '@assay/db';

export type SourceRow = NonNullable<Awaited<ReturnType<Repositories['sources']['get']>>>;
export type VersionRow = NonNullable<Awaited<ReturnType<Repositories['sources']['version']>>>;

/** A document as the database takes it. What is stored was made from a zod schema and holds JSON only. */
export function asJson(value: object): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}

export async function requireSource(t: Repositories, sourceId: string): Promise<SourceRow> {
  const source = await t.sources.get(sourceId);
  if (source === null) throw notFound('source');
  return source;
}

export async function requireVersion(t: Repositories, versionId: string): Promise<VersionRow> {
  const version = await t.sources.version(versionId);
  if (version === null) throw notFound('source version');
  return version;
}

/** The version and its manifest; refuses one whose rows may not be read yet, or any more. */
export async function requireReadable(
  t: Repositories,
  versionId: string,
): Promise<{ version: VersionRow; manifest: TableManifest }> {
  const version = await requireVersion(t, versionId);
  if (version.status === 'ERASED') {
    throw new AssayError('not-found', 'The data of this version was erased.', {
      next: 'The log tells when and why.',
    });
  }
  if (version.status !== 'READY' || version.manifest === null) {
    throw new AssayError('not-ready', 'This version is not ready: its rows are hidden until it is scanned.', {
      next: 'Wait for its import to end, or finish its review.',
    });
  }
  return { version, manifest: tableManifest.parse(version.manifest) };
}

export function termsOf(source: SourceRow): SourceTerms {
  return sourceTerms.parse(source.terms);
}

/** The columns of a version with their dictionary, in order. */
export async function columnsOf(t: Repositories, versionId: string): Promise<ColumnSpec[]> {
  return (await t.sources.columns(versionId)).map((row) => columnSpec.parse(row.spec));
}

/** Columns of a version in which personal data was found, by name: findings that nobody has dismissed. */
export async function personalColumns(t: Repositories, versionId: string): Promise<ReadonlySet<string>> {
  const nameOf = new Map((await columnsOf(t, versionId)).map((column) => [column.index, column.name]));
  const findings = await t.sources.findings(versionId);
  const standing = findings.filter((finding) => finding.status !== 'DISMISSED');
  return new Set(standing.flatMap((finding) => nameOf.get(finding.columnIndex) ?? []));
}

export function privacyUnitOf(source: SourceRow): PrivacyUnit | null {
  return source.privacyUnit === null ? null : privacyUnit.parse(source.privacyUnit);
}
