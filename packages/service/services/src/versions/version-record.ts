import { createHmac } from 'node:crypto';
import {
  AssayError,
  type FailureText,
  failureText,
  notFound,
  type VersionManifest,
  type VersionSelection,
  type VersionStatus,
  versionManifest,
  versionSelection,
  versionStatus,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { imageColumn } from '@assay/domain';

export type VersionRow = NonNullable<Awaited<ReturnType<Repositories['versions']['get']>>>;

export async function requireVersion(t: Repositories, versionId: string): Promise<VersionRow> {
  const row = await t.versions.get(versionId);
  if (row === null) throw notFound('version');
  return row;
}

export function versionStatusOf(row: { status: string }): VersionStatus {
  return versionStatus.parse(row.status);
}

export function selectionOf(row: { selection: unknown }): VersionSelection {
  return versionSelection.parse(row.selection);
}

/** Why a version or an export failed; null of one that goes on or stands, whatever stopped it before. */
export function failureOf(row: { status: string; failure: unknown }): FailureText | null {
  return row.status === 'FAILED' ? failureText.nullable().parse(row.failure ?? null) : null;
}

/** What a version is, once it stands. */
export function requireManifest(row: { number: number; status: string; manifest: unknown }): VersionManifest {
  if (versionStatusOf(row) !== 'READY') {
    throw new AssayError('not-ready', `Version ${row.number} is not there yet.`, {
      next: 'Wait until it is made, or try it again if it was stopped.',
    });
  }
  return versionManifest.parse(row.manifest);
}

/** A person as versions of one dataset name them: the same in all of them, and to nobody else who it is. */
export function pseudonymOf(salt: Uint8Array, userId: string): string {
  return `person-${createHmac('sha256', salt).update(userId).digest('hex').slice(0, 12)}`;
}

/** Runs of a version whose rows are pictures. */
export function runsOfPictures(manifest: Pick<VersionManifest, 'runs'>): VersionManifest['runs'] {
  return manifest.runs.filter((run) => run.samples > 0 && imageColumn(run.columns) !== null);
}
