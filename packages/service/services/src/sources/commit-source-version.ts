import { AssayError, type ImportNotice, importNotice, tableManifest, tableProfile } from '@assay/contracts';
import { z } from 'zod';
import { keepBlobs, type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { compareWithCurrent } from './compare-with-current.ts';
import { findPersonalData } from './find-personal-data.ts';
import { readJsonBlob, storeJsonBlob } from './json-blob.ts';
import { measureVersion } from './measure-version.ts';
import { asJson, columnsOf, requireVersion } from './source-record.ts';
import { failVersion, resumeVersion, stageInto } from './stage-source-version.ts';
import { emptyStagedFolder, recallStaged, stagedFolder } from './staged-folder.ts';
import { withTable } from './version-table.ts';

type Run = JobRun<'source.commit'>;

/** Writes the reviewed columns as chunks; rows that could not be read and cells that do not fit are kept aside. */
async function writeChunks(deps: Deps, run: Run, versionId: string) {
  const { version, columns } = await query(deps, run.actor, async (t) => ({
    version: await requireVersion(t, versionId),
    columns: await columnsOf(t, versionId),
  }));
  const known = await recallStaged(deps, versionId, version.dialect);
  const staged = known ?? (await stageInto(deps, run, versionId, version)).staged;
  const folder = stagedFolder(deps, versionId);
  const chunks: StoredBlob[] = [];
  const result = await deps.tables.commit({
    staged,
    columns,
    workDir: folder,
    signal: run.signal,
    onProgress: ({ rows, total }) => {
      void run.progress({ stage: 'write', done: rows, total }).catch(() => undefined);
    },
    putChunk: async (file, rows, rowStart) => {
      const blob = await storeBlob(deps, run.actor.orgId, {
        kind: 'chunk',
        source: { file },
        contentType: 'application/vnd.apache.parquet',
      });
      chunks.push(blob);
      return { sha256: blob.sha256, key: blob.key, bytes: blob.bytes, rows, rowStart };
    },
  });
  const side: { rejected: StoredBlob | null; unparsed: StoredBlob | null } = {
    rejected: null,
    unparsed: null,
  };
  if ((version.rejected ?? 0n) > 0n) {
    side.rejected = await storeBlob(deps, run.actor.orgId, {
      kind: 'rejected',
      source: { file: `${folder}/${staged.folder}/${staged.rejectedFile}` },
      contentType: 'application/jsonl',
    });
  }
  if (result.unparsedFile !== null) {
    side.unparsed = await storeBlob(deps, run.actor.orgId, {
      kind: 'unparsed',
      source: { file: result.unparsedFile },
      contentType: 'application/jsonl',
    });
  }
  const earlier = z.array(importNotice).catch([]).parse(version.notices);
  const notices: ImportNotice[] = [...earlier.filter((each) => each.severity !== 'error'), ...result.notices];
  await command(deps, run.actor, async ({ t, record }) => {
    const kept = [...chunks, side.rejected, side.unparsed].filter((blob) => blob !== null);
    await keepBlobs(t, kept, { type: 'source-version', id: versionId });
    const moved = await t.sources.moveVersion(versionId, ['COMMITTING'], {
      manifest: asJson(result.manifest),
      rows: BigInt(result.manifest.rows),
      notices,
      sideFiles: { rejected: side.rejected?.key ?? null, unparsed: side.unparsed?.key ?? null },
    });
    if (!moved) throw new AssayError('conflict', 'This import was discarded while it was being written.');
    await record({
      action: 'source-version.written',
      object: { type: 'sourceVersion', id: versionId },
      projectId: run.job.projectId,
      details: { rows: result.manifest.rows, chunks: chunks.length, misfits: result.misfits.length },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
  // What was staged is in storage now; another commit of this version would read the upload again.
  await emptyStagedFolder(deps, versionId);
  return { rows: result.manifest.rows, chunks: chunks.length };
}

/** Looks for personal data in every value; decisions on the current version's columns carry over. */
async function scan(deps: Deps, run: Run, versionId: string) {
  const { manifest, columns, previous } = await query(deps, run.actor, async (t) => {
    const version = await requireVersion(t, versionId);
    const source = await t.sources.get(version.sourceId);
    const current = source?.currentVersionId ?? null;
    return {
      manifest: tableManifest.parse(version.manifest),
      columns: await columnsOf(t, versionId),
      previous:
        current === null
          ? []
          : await Promise.all([t.sources.findings(current), t.sources.columns(current)]).then(
              ([findings, names]) =>
                findings.map((finding) => ({
                  ...finding,
                  column: names.find((each) => each.index === finding.columnIndex)?.name ?? '',
                })),
            ),
    };
  });
  const findings = await withTable(deps, manifest, (reader) =>
    findPersonalData(reader, columns, run.signal, (rows) =>
      run.progress({ stage: 'scan', done: rows, total: manifest.rows }),
    ),
  );
  await command(deps, run.actor, async ({ t, record }) => {
    await t.sources.replaceFindings(
      versionId,
      findings.map((finding) => {
        const name = columns.find((column) => column.index === finding.columnIndex)?.name;
        const before = previous.find((each) => each.column === name && each.kind === finding.kind);
        return {
          id: deps.ids.next(),
          ...finding,
          matched: BigInt(finding.matched),
          scanned: BigInt(finding.scanned),
          ...(before === undefined || before.status === 'OPEN'
            ? {}
            : {
                status: before.status,
                note: before.note,
                decidedBy: before.decidedBy,
                decidedAt: before.decidedAt,
              }),
        };
      }),
    );
    await record({
      action: 'source-version.scanned',
      object: { type: 'sourceVersion', id: versionId },
      projectId: run.job.projectId,
      details: { findings: findings.length, rows: manifest.rows },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
  return { findings: findings.length };
}

async function profile(deps: Deps, run: Run, versionId: string) {
  const manifest = await query(deps, run.actor, async (t) =>
    tableManifest.parse((await requireVersion(t, versionId)).manifest),
  );
  const made = await withTable(deps, manifest, (reader) =>
    deps.tables.profile(reader, {
      signal: run.signal,
      onProgress: ({ done, total }) => {
        void run.progress({ stage: 'profile', done, total }).catch(() => undefined);
      },
    }),
  );
  const blob = await storeJsonBlob(deps, run.actor.orgId, 'profile', made);
  await command(deps, run.actor, async ({ t, record }) => {
    await keepBlobs(t, [blob], { type: 'source-version', id: versionId });
    await t.sources.moveVersion(versionId, ['COMMITTING'], { profileKey: blob.key });
    await record({
      action: 'source-version.profiled',
      object: { type: 'sourceVersion', id: versionId },
      projectId: run.job.projectId,
      details: { sha256: blob.sha256 },
      alsoTouched: [{ type: 'job', id: run.job.id }],
    });
  });
  return { key: blob.key };
}

/** Imports a reviewed version: chunks, search for personal data, profile, drift, measurements, and only then rows. */
export async function commitSourceVersion(deps: Deps, run: Run) {
  const { versionId } = run.job.payload;
  const { status } = await query(deps, run.actor, (t) => requireVersion(t, versionId));
  if (status === 'FAILED') await resumeVersion(deps, run, versionId, 'COMMITTING');
  try {
    const written = await run.step('write', () => writeChunks(deps, run, versionId));
    const scanned = await run.step('scan', () => scan(deps, run, versionId));
    const { key } = await run.step('profile', () => profile(deps, run, versionId));
    await run.step('drift', () => compareWithCurrent(deps, run, versionId));
    const made = tableProfile.parse(await readJsonBlob(deps, key));
    await run.step('measure', () => measureVersion(deps, run, versionId, made));
    await command(deps, run.actor, async ({ t, record }) => {
      const version = await requireVersion(t, versionId);
      const moved = await t.sources.moveVersion(versionId, ['COMMITTING'], {
        status: 'READY',
        committedAt: deps.clock.now(),
      });
      if (!moved) throw new AssayError('conflict', 'This import was discarded meanwhile.');
      await t.sources.setCurrentVersion(version.sourceId, versionId);
      await record({
        action: 'source-version.ready',
        object: { type: 'sourceVersion', id: versionId },
        projectId: run.job.projectId,
        details: { ...written, ...scanned },
        alsoTouched: [
          { type: 'source', id: version.sourceId },
          { type: 'job', id: run.job.id },
        ],
      });
    });
    return { ...written, ...scanned };
  } catch (error) {
    await failVersion(deps, run, versionId, ['COMMITTING'], error);
    throw error;
  }
}
