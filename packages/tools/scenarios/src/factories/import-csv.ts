import type { ColumnEdit } from '@assay/contracts';
import {
  appendUpload,
  commitVersion,
  createSource,
  createUpload,
  type Deps,
  discardUpload,
  getSource,
  getSourceVersion,
  listSources,
  listUnfinishedUploads,
  restageVersion,
} from '@assay/services';
import { runOpenJobs } from './run-open-jobs.ts';
import type { UserActor } from './user-actor.ts';

/** A correction of one column, which is named as it will be called after the import. */
export type NamedEdit = Omit<ColumnEdit, 'index' | 'name'>;

export type CsvImport = {
  projectId: string;
  name: string;
  csv: string | Uint8Array;
  fileName?: string;
  description?: string;
  isDemo?: boolean;
  /** Cells that are missing; without it, as detected. */
  missing?: readonly string[];
  /** What the person who reviews the import corrects, by column. */
  columns?: Readonly<Record<string, NamedEdit>>;
  /** `review` leaves the import for a person to check; `ready`, as it is without it, commits it. */
  until?: 'review' | 'ready';
};

/**
 * Brings a CSV in as people do, its jobs run in this process: upload, staging, review, commit. A source of this
 * name in the project is taken on from where it stands.
 */
export async function importCsv(
  deps: Deps,
  actor: UserActor,
  input: CsvImport,
): Promise<{ sourceId: string; versionId: string }> {
  const ids = (await existing(deps, actor, input)) ?? (await upload(deps, actor, input));
  const { versionId } = ids;
  await runOpenJobs(deps, actor, versionId);
  let version = await getSourceVersion(deps, actor, { versionId });
  const dialect = version.detected?.dialect;
  if (version.status === 'REVIEW' && input.missing !== undefined && dialect !== undefined) {
    const wanted = ['', ...input.missing];
    if (wanted.join('\n') !== dialect.missing.join('\n')) {
      await restageVersion(deps, actor, {
        versionId,
        revision: version.revision,
        dialect: { ...dialect, missing: wanted },
      });
      await runOpenJobs(deps, actor, versionId);
      version = await getSourceVersion(deps, actor, { versionId });
    }
  }
  if (input.until === 'review') return ids;
  if (version.status === 'REVIEW') {
    const columns = editsOf(version.detected?.columns ?? [], input.columns ?? {});
    await commitVersion(deps, actor, { versionId, revision: version.revision, columns });
    await runOpenJobs(deps, actor, versionId);
    version = await getSourceVersion(deps, actor, { versionId });
  }
  if (version.status !== 'READY')
    throw new Error(`The import of ${input.name} stopped at ${version.status}.`);
  return ids;
}

async function existing(deps: Deps, actor: UserActor, { projectId, name }: CsvImport) {
  const { sources } = await listSources(deps, actor, { projectId, search: name, limit: 100, before: null });
  const found = sources.find((each) => each.name === name);
  if (found === undefined) return null;
  const { currentVersionId, versions } = await getSource(deps, actor, { sourceId: found.id });
  const versionId = currentVersionId ?? versions[0]?.id;
  return versionId === undefined ? null : { sourceId: found.id, versionId };
}

async function upload(deps: Deps, actor: UserActor, input: CsvImport) {
  const { projectId, name, csv, fileName = 'table.csv', description = '', isDemo = false } = input;
  const bytes = typeof csv === 'string' ? Buffer.from(csv) : csv;
  // An earlier run that was cut off in the middle would leave half a file behind.
  for (const left of await listUnfinishedUploads(deps, actor, { projectId })) {
    if (left.fileName === fileName) await discardUpload(deps, actor, { uploadId: left.id });
  }
  const { id: uploadId } = await createUpload(deps, actor, { projectId, fileName, size: bytes.length });
  await appendUpload(deps, actor, { uploadId, offset: 0, body: whole(bytes) });
  const made = await createSource(deps, actor, { projectId, name, description, uploadId, isDemo });
  return { sourceId: made.id, versionId: made.versionId };
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Corrections by the place of their columns; a name that the table lacks is a mistake in the scenario. */
export function editsOf(
  columns: readonly { index: number; name: string }[],
  edits: Readonly<Record<string, NamedEdit>>,
): ColumnEdit[] {
  return Object.entries(edits).map(([name, edit]) => {
    const column = columns.find((each) => each.name === name);
    if (column === undefined) {
      throw new Error(`There is no column ${name}: ${columns.map((each) => each.name).join(', ')}.`);
    }
    return { ...edit, index: column.index };
  });
}
