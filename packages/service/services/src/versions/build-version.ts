import { createHash } from 'node:crypto';
import {
  AssayError,
  chunkRef,
  type LabelDistribution,
  type TableManifest,
  tableManifest,
  type VersionCounts,
  type VersionDocument,
  type VersionManifest,
  type VersionTable,
  versionManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { decideRef, versionStatesBefore } from '@assay/domain';
import { namedRoot, startContentRoot } from '@assay/ledger';
import { keepBlobs, referToBlobs, type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import { command, type JsonValue, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { nodeSha256 } from '../frame/node-sha256.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { asJson } from '../sources/source-record.ts';
import { rowSampleKey } from '../work/sample-key.ts';
import { distributionOf } from './label-distribution.ts';
import { schemasOf } from './read-labels.ts';
import { type RunRows, sampleRoot } from './sample-root.ts';
import { settleLabels } from './settle-labels.ts';
import { documentsFile, readDocuments } from './version-documents.ts';
import { type Entry, readEntries, storeEntries } from './version-entries.ts';
import {
  pseudonymOf,
  requireManifest,
  requireVersion,
  selectionOf,
  type VersionRow,
} from './version-record.ts';
import { lineageOf, originOf } from './version-runs.ts';

type Job = JobRun<'version.build'>;
type RunRow = NonNullable<Awaited<ReturnType<Repositories['runs']['getAny']>>>;
type Run = { row: RunRow; manifest: TableManifest };

/** What is remembered of the frozen labels: ids and counts, no content. */
type Frozen = {
  members: VersionTable | null;
  labels: VersionTable;
  annotations: VersionTable;
  documents: { key: string; sha256: string; bytes: number; list: VersionDocument[] };
  subroots: { labels: string; annotations: string; documents: string };
  samplesOf: Record<string, number>;
  counts: VersionCounts;
  distribution: LabelDistribution[];
  people: { pseudonym: string; annotations: number; decisions: number }[];
  stored: StoredBlob[];
};

const entryText = (entry: Entry): string => entry.text ?? '';

/**
 * Freezes a version: labels and answers as they were at one moment, then the root over the samples' contents, then
 * all of it becomes the version in one transaction. What was stored before an interruption is used again.
 */
export async function buildVersion(deps: Deps, job: Job): Promise<JsonValue> {
  const { actor } = job;
  const { versionId } = job.job.payload;
  const { version, runs } = await begin(deps, job, versionId);
  const selection = selectionOf(version);
  await job.progress({ stage: 'labels', done: 0, total: null });
  const frozen = (await job.step('labels', () => freeze(deps, job, version, runs))) as Frozen;

  const members = new Map<number, number[]>();
  if (frozen.members !== null) {
    for (const { run, row } of await readEntries(deps, frozen.members, 'the list of samples', job.signal)) {
      members.set(run, [...(members.get(run) ?? []), row]);
    }
  }
  const rows: RunRows[] = runs.map(({ row, manifest }) => ({
    runId: row.id,
    number: row.number,
    origin: originOf(row),
    manifest,
    rows: frozen.members === null ? null : (members.get(row.number) ?? []),
  }));
  const samples = await job.step('samples', () =>
    sampleRoot(deps, rows, {
      signal: job.signal,
      progress: (done) => job.progress({ stage: 'samples', done, total: frozen.counts.samples }),
    }),
  );
  if (samples.rows === 0) {
    throw new AssayError('bad-input', 'No row of the chosen runs becomes a sample.', {
      kept: 'Nothing was frozen.',
      next: 'Choose a wider scope, other runs, or wait until they are labelled.',
    });
  }
  const subroots = { samples: samples.root, ...frozen.subroots };
  const lineage = await query(deps, actor, async (t) => {
    const list: VersionManifest['runs'] = [];
    for (const { row, manifest } of runs) {
      list.push(await lineageOf(t, row, manifest, frozen.samplesOf[row.number] ?? manifest.rows));
    }
    return { runs: list, project: (await t.projects.get(version.projectId))?.name ?? null };
  });
  const manifest = versionManifest.parse({
    type: 'assay.version-manifest',
    version: 1,
    project: lineage.project,
    selection,
    counts: frozen.counts,
    root: namedRoot(subroots, nodeSha256),
    subroots,
    runs: lineage.runs,
    members: frozen.members,
    labels: frozen.labels,
    annotations: frozen.annotations,
    documents: frozen.documents,
    distribution: frozen.distribution,
    people: frozen.people,
  } satisfies VersionManifest);
  const branchTook = await finish(deps, job, version, manifest, frozen.stored);
  return { root: manifest.root, samples: frozen.counts.samples, labels: frozen.counts.labels, branchTook };
}

/** The version and its runs, of which the chunks are held again where a stop had let go of them. */
async function begin(deps: Deps, job: Job, versionId: string): Promise<{ version: VersionRow; runs: Run[] }> {
  return command(deps, job.actor, async ({ t, record }) => {
    const moved = await t.versions.move(versionId, ['RUNNING', ...versionStatesBefore('RUNNING')], {
      status: 'RUNNING',
      finishedAt: null,
    });
    await job.requireMine(t);
    const version = await requireVersion(t, versionId);
    if (!moved) throw new AssayError('conflict', `Version ${version.number} stands already.`);
    const runs: Run[] = [];
    for (const runId of selectionOf(version).runIds) {
      const row = await t.runs.getAny(runId);
      if (row === null || row.manifest === null) {
        throw new AssayError('not-found', 'A run of this version was destroyed.', {
          kept: 'Nothing was frozen.',
          next: 'Commit again without it.',
        });
      }
      runs.push({ row, manifest: tableManifest.parse(row.manifest) });
    }
    const owner = { type: 'version', id: versionId };
    await referToBlobs(
      t,
      runs.flatMap(({ manifest }) => manifest.chunks.map((chunk) => chunk.key)),
      owner,
    );
    await record({ action: 'version.started', object: owner, projectId: version.projectId });
    return { version, runs };
  });
}

/** Reads what people said at one moment, settles it, and stores what is new about it. */
async function freeze(deps: Deps, job: Job, version: VersionRow, runs: readonly Run[]): Promise<Frozen> {
  const { actor, signal } = job;
  const selection = selectionOf(version);
  const { snapshot, schemas, salt } = await query(deps, actor, async (t) => {
    const snapshot = await t.versionContent.labelSnapshot(selection.runIds);
    const dataset = await t.versions.dataset(version.projectId);
    if (dataset === null) throw new AssayError('internal', 'The project of a version has no dataset.');
    return { snapshot, schemas: await schemasOf(t, snapshot), salt: dataset.pseudonymSalt };
  });
  const settled = settleLabels(
    selection,
    runs.map(({ row, manifest }) => ({ runId: row.id, number: row.number, rows: manifest.rows })),
    snapshot,
    schemas,
    (userId) => pseudonymOf(salt, userId),
  );
  const documents = await query(deps, actor, (t) =>
    readDocuments(t, settled.labelSchemaVersionIds, settled.guidelineVersionIds),
  );
  const before = await parentOf(deps, job, version);
  const { orgId } = actor;
  const store = async (name: 'members' | 'labels' | 'annotations', entries: readonly Entry[]) => {
    const table = before?.[name] ?? null;
    const known =
      table === null
        ? null
        : { table, entries: await readEntries(deps, table, 'the version before', signal) };
    return storeEntries(deps, orgId, entries, known, signal);
  };
  const lists = [...settled.members].flatMap(([run, rows]) =>
    rows === null ? [] : rows.map((row): Entry => ({ run, row, id: '', text: '' })),
  );
  const members = selection.scope === 'all' ? null : await store('members', lists);
  const labels = await store('labels', settled.labels);
  const annotations = await store('annotations', settled.annotations);
  const file = documentsFile(documents);
  const kept = await storeDocuments(deps, orgId, file.text, before);
  const rootOf = (entries: readonly Entry[], keyOf: (entry: Entry, sample: string) => string) => {
    const root = startContentRoot(nodeSha256);
    const ids = new Map(runs.map(({ row }) => [row.number, row.id]));
    for (const entry of entries) {
      root.add(keyOf(entry, rowSampleKey(ids.get(entry.run) ?? '', entry.row)), entryText(entry));
    }
    return root.end().root;
  };
  const samplesOf: Record<string, number> = {};
  for (const { row, manifest } of runs) {
    samplesOf[row.number] = settled.members.get(row.number)?.length ?? manifest.rows;
  }
  return {
    members: members?.table ?? null,
    labels: labels.table,
    annotations: annotations.table,
    documents: { ...kept.file, list: documents.map(({ document, ...rest }) => rest) },
    subroots: {
      labels: rootOf(settled.labels, (entry, sample) => `${sample}/${entry.id}`),
      annotations: rootOf(settled.annotations, (entry, sample) => `${sample}/${entry.id}`),
      documents: file.root,
    },
    samplesOf,
    counts: settled.counts,
    distribution: distributionOf(
      settled.labels,
      schemas,
      new Map(documents.map(({ id, name, number }) => [id, { name, number }])),
    ),
    people: settled.people,
    stored: [members, labels, annotations].flatMap((each) => each?.stored ?? []).concat(kept.stored),
  };
}

async function parentOf(deps: Deps, job: Job, version: VersionRow): Promise<VersionManifest | null> {
  const parentId = version.parents[0]?.parentId;
  if (parentId === undefined) return null;
  return requireManifest(await query(deps, job.actor, (t) => requireVersion(t, parentId)));
}

async function storeDocuments(deps: Deps, orgId: string, text: string, before: VersionManifest | null) {
  const bytes = new TextEncoder().encode(text);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (before !== null && before.documents.sha256 === sha256) {
    const { key } = before.documents;
    return { file: { key, sha256, bytes: bytes.length }, stored: [] };
  }
  const blob = await storeBlob(deps, orgId, {
    kind: 'version-documents',
    source: bytes,
    contentType: 'application/json',
  });
  return { file: { key: blob.key, sha256: blob.sha256, bytes: blob.bytes }, stored: [blob] };
}

/** Files of a version, with what they are of. */
function filesOf(manifest: VersionManifest) {
  const files: {
    blobKey: string;
    sha256: string;
    bytes: number;
    part: string;
    runId: string | null;
    fromRow: number | null;
    toRow: number | null;
  }[] = [];
  for (const run of manifest.runs) {
    for (const chunk of run.chunks) {
      files.push({
        blobKey: chunk.key,
        sha256: chunk.sha256,
        bytes: chunk.bytes,
        part: 'samples',
        runId: run.runId,
        fromRow: chunk.rowStart,
        toRow: chunk.rowStart + chunk.rows,
      });
    }
  }
  const tables = { members: manifest.members, labels: manifest.labels, annotations: manifest.annotations };
  for (const [part, table] of Object.entries(tables)) {
    for (const each of table === null ? [] : [...table.base, ...table.deltas.flat()]) {
      const { key: blobKey, sha256, bytes } = chunkRef.parse(each);
      files.push({ blobKey, sha256, bytes, part, runId: null, fromRow: null, toRow: null });
    }
  }
  const { key: blobKey, sha256, bytes } = manifest.documents;
  files.push({ blobKey, sha256, bytes, part: 'documents', runId: null, fromRow: null, toRow: null });
  return files;
}

/** Makes the version stand and points its branch at it, unless somebody has moved the branch meanwhile. */
function finish(
  deps: Deps,
  job: Job,
  version: VersionRow,
  manifest: VersionManifest,
  stored: readonly StoredBlob[],
): Promise<boolean> {
  const { id: versionId, projectId, branch, createdBy } = version;
  return command(deps, job.actor, async ({ t, record }) => {
    const owner = { type: 'version', id: versionId };
    const files = filesOf(manifest);
    const fresh = new Set(stored.map((blob) => blob.key));
    await keepBlobs(t, stored, owner);
    await referToBlobs(
      t,
      files.map((file) => file.blobKey),
      owner,
    );
    await t.versions.addChunks(
      versionId,
      files.map((file) => ({
        ...file,
        bytes: BigInt(file.bytes),
        fromRow: file.fromRow === null ? null : BigInt(file.fromRow),
        toRow: file.toRow === null ? null : BigInt(file.toRow),
        isNew: fresh.has(file.blobKey),
      })),
    );
    const ref = await t.versions.lockRef(projectId, branch);
    const expected = ref === null ? null : (version.parents[0]?.parentId ?? null);
    const verdict = decideRef(
      ref === null ? null : { kind: ref.kind === 'tag' ? 'tag' : 'branch', versionId: ref.versionId },
      {
        kind: 'branch',
        expected,
        to: versionId,
      },
    );
    const branchTook =
      verdict.ok &&
      (ref === null
        ? await t.versions.createRef(
            { id: deps.ids.next(), projectId, kind: 'branch', name: branch, versionId },
            createdBy,
          )
        : await t.versions.moveRef(ref.id, ref.versionId, versionId, createdBy));
    const sum = (list: readonly { bytes: number }[]) =>
      BigInt(list.reduce((all, { bytes }) => all + bytes, 0));
    const moved = await t.versions.move(versionId, ['RUNNING'], {
      status: 'READY',
      manifest: asJson(manifest),
      root: manifest.root,
      samples: BigInt(manifest.counts.samples),
      labels: BigInt(manifest.counts.labels),
      bytes: sum(files),
      newBytes: sum(stored),
      branchTook,
      finishedAt: deps.clock.now(),
    });
    await job.requireMine(t);
    if (!moved) throw new AssayError('not-ready', 'The version was stopped while it was made.');
    await t.sources.addDependencies(
      manifest.runs.flatMap((run) => [
        { fromType: 'run', fromId: run.runId, toType: 'version', toId: versionId },
        ...(run.source === null
          ? []
          : [
              { fromType: 'sourceVersion', fromId: run.source.versionId, toType: 'version', toId: versionId },
            ]),
      ]),
    );
    await record({
      action: 'version.committed',
      object: owner,
      projectId,
      details: {
        number: version.number,
        root: manifest.root,
        subroots: manifest.subroots,
        counts: manifest.counts as never,
        branch,
        branchTook,
      },
      alsoTouched: [
        { type: 'job', id: job.job.id },
        ...manifest.runs.map((run) => ({ type: 'run', id: run.runId })),
      ],
    });
    return branchTook;
  });
}
