import { AssayError, type Detection, dialect as dialectSchema } from '@assay/contracts';
import type { Prisma } from '@assay/db';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { partKeys, readParts } from '../uploads/read-upload.ts';
import { carryOver } from './commit-version.ts';
import { maskDetection } from './mask-detection.ts';
import { emptyStagedFolder, rememberStaged } from './staged-folder.ts';

export type VersionRow = { sourceId: string; uploadId: string | null; fileName: string; dialect: unknown };

/** Reads the upload of a version into this worker's folder, with the corrected dialect if there is one. */
export async function stageInto(
  deps: Deps,
  run: Pick<JobRun<'source.stage' | 'source.commit'>, 'actor' | 'signal' | 'progress'>,
  versionId: string,
  version: VersionRow,
) {
  const { uploadId } = version;
  if (uploadId === null) throw new AssayError('not-found', 'The uploaded file of this version is gone.');
  const keys = await query(deps, run.actor, (t) => partKeys(t, uploadId));
  if (keys.length === 0) throw new AssayError('not-found', 'The uploaded file of this version is gone.');
  const corrected = version.dialect === null ? null : dialectSchema.parse(version.dialect);
  const workDir = await emptyStagedFolder(deps, versionId);
  const result = await deps.tables.stage({
    open: () => readParts(deps, keys),
    fileName: version.fileName,
    ...(corrected === null ? {} : { dialect: corrected }),
    workDir,
    signal: run.signal,
    // A report that comes too late to be heard must not end the process; `progress` throws on its next call too.
    onProgress: ({ phase, bytes }) => {
      void run.progress({ stage: phase, done: bytes, total: null }).catch(() => undefined);
    },
  });
  await rememberStaged(deps, versionId, result.staged);
  return result;
}

/** What people read of a failure: our own sentences as they are, of anything else only that it was. */
function asRefusal(thrown: unknown, stopped: boolean): AssayError {
  if (thrown instanceof AssayError) return thrown;
  return stopped
    ? new AssayError('conflict', 'This import was stopped before it ended.')
    : new AssayError('internal', 'Something went wrong on our side while this file was read.');
}

/** Lets a job go on with a version that an earlier attempt of it had failed. */
export async function resumeVersion(
  deps: Deps,
  run: Pick<JobRun<'source.stage' | 'source.commit'>, 'actor' | 'job'>,
  versionId: string,
  to: 'STAGING' | 'COMMITTING',
): Promise<void> {
  await command(deps, run.actor, async ({ t, record }) => {
    await t.sources.moveVersion(versionId, ['FAILED'], { status: to });
    await record({
      action: 'source-version.retried',
      object: { type: 'sourceVersion', id: versionId },
      projectId: run.job.projectId,
      details: { attempt: run.job.attempt },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
}

/** Moves a version to FAILED with the reason that people read, and lets the job fail with it. */
export async function failVersion(
  deps: Deps,
  run: Pick<JobRun<'source.stage' | 'source.commit'>, 'actor' | 'job' | 'signal'>,
  versionId: string,
  from: readonly ('STAGING' | 'COMMITTING')[],
  thrown: unknown,
): Promise<void> {
  const error = asRefusal(thrown, run.signal.aborted);
  await command(deps, run.actor, async ({ t, record }) => {
    await t.sources.moveVersion(versionId, from, {
      status: 'FAILED',
      notices: [
        {
          severity: 'error',
          code: error.code,
          message: error.message,
          column: error.field,
          line: null,
          count: null,
        },
      ],
    });
    await record({
      action: 'source-version.failed',
      object: { type: 'sourceVersion', id: versionId },
      projectId: run.job.projectId,
      details: { code: error.code },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
}

/** Reads a file, detects how it is written and what its columns are, and leaves it for a person to check. */
export async function stageSourceVersion(deps: Deps, run: JobRun<'source.stage'>) {
  const { versionId } = run.job.payload;
  const version = await query(deps, run.actor, (t) => t.sources.version(versionId));
  if (version === null) throw new AssayError('not-found', 'This version was removed meanwhile.');
  if (version.status === 'FAILED') await resumeVersion(deps, run, versionId, 'STAGING');
  else if (version.status !== 'STAGING') return { status: version.status };
  try {
    const found = await stageInto(deps, run, versionId, version);
    const columns = await query(deps, run.actor, async (t) =>
      carryOver(t, (await t.sources.get(version.sourceId))?.currentVersionId ?? null, found.columns),
    );
    const masked = maskDetection({
      columns,
      facts: found.facts,
      preview: found.preview,
      rejected: found.rejected.first,
    });
    const detected: Detection = {
      type: 'assay.detection',
      version: 1,
      dialect: found.dialect,
      confidence: found.confidence,
      alternatives: found.alternatives.slice(0, 10),
      columns,
      facts: masked.facts,
      rows: found.rows,
      rejected: { count: found.rejected.count, first: masked.rejected },
      notices: found.notices,
      preview: masked.preview,
      maskedColumns: masked.maskedColumns,
    };
    await command(deps, run.actor, async ({ t, record }) => {
      const moved = await t.sources.moveVersion(versionId, ['STAGING'], {
        status: 'REVIEW',
        detected: detected as unknown as Prisma.InputJsonValue,
        dialect: found.dialect,
        rows: BigInt(found.rows),
        rejected: BigInt(found.rejected.count),
        notices: found.notices,
      });
      if (!moved) throw new AssayError('conflict', 'This version was discarded while it was being read.');
      await record({
        action: 'source-version.staged',
        object: { type: 'sourceVersion', id: versionId },
        projectId: run.job.projectId,
        details: { rows: found.rows, columns: found.columns.length, rejected: found.rejected.count },
        alsoTouched: [
          { type: 'source', id: version.sourceId },
          { type: 'job', id: run.job.id },
        ],
      });
    });
    return { rows: found.rows, columns: found.columns.length, rejected: found.rejected.count };
  } catch (error) {
    await failVersion(deps, run, versionId, ['STAGING'], error);
    throw error;
  }
}
