import {
  AssayError,
  type ExportColumn,
  type ExportedRelease,
  type ExportFileKind,
  type ExportManifest,
  exportedRelease,
  exportManifest,
  exportOptions,
  type PictureLabelReport,
  type VersionManifest,
} from '@assay/contracts';
import { canonicalJson } from '@assay/ledger';
import { keepBlobs, referToBlobs, type StoredBlob, storeBlob } from '../blobs/store-blob.ts';
import { command, type JsonValue } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { JobRun } from '../jobs/job-run.ts';
import { requireInForce, requireRelease, todayOf } from '../releases/release-record.ts';
import { asJson } from '../sources/source-record.ts';
import { streamEntries } from '../versions/version-entries.ts';
import {
  pseudonymOf,
  requireManifest,
  requireVersion,
  runsOfPictures,
  type VersionRow,
} from '../versions/version-record.ts';
import { rowSampleKey } from '../work/sample-key.ts';
import { croissantOf } from './croissant.ts';
import { datasetCard } from './dataset-card.ts';
import { planExport } from './export-plan.ts';
import { requireExport } from './export-record.ts';
import { type ImageLabelFile, writeImageLabelFiles } from './image-labels.ts';
import { writeData } from './write-data.ts';

type Job = JobRun<'export.build'>;
type MadeFile = {
  kind: ExportFileKind;
  name: string;
  sha256: string;
  bytes: number;
  key: string;
  report: PictureLabelReport | null;
};

const ROOT_RULE =
  'A leaf of a root is SHA-256 of a byte 0 and the UTF-8 text of ["key","hash"] as canonical JSON (RFC 8785), where hash is the SHA-256 of the canonical JSON of the row in lower-case hexadecimal. Leaves are sorted by key; the tree is that of RFC 6962. Samples: the key is assay_key, the row is {"origin":…,"values":{…}}. Labels: the key is assay_key, a slash and the id of the label schema, the row is the final label. Annotations: the key is assay_key, a slash and the id of the annotation. Documents: the key is the kind, a slash and the id of the version. The root is the root over ["name","subroot"] of these four, sorted by name.';
const ESCAPE_RULE =
  'In these columns, a text that begins with = + - @, tab or carriage return has an apostrophe before it, and so has one that begins with apostrophes before such a character. To read it back, take one apostrophe away where the text begins with one or more apostrophes and then such a character.';

/** Makes the files of an export. The same version, format and options give the same bytes. */
export async function buildExport(deps: Deps, job: Job): Promise<JsonValue> {
  const { actor, signal } = job;
  const { exportId } = job.job.payload;
  const given = await begin(deps, job, exportId);
  const { row, version, manifest } = given;
  const options = exportOptions.parse(row.options);
  const base = `${slugOf(given.project)}-${given.release === null ? '' : `r${given.release.number}-`}v${version.number}`;
  const data = await job.step('data', async () => {
    const plan = await planExport(deps, manifest, options.leaveOutLost);
    const { blob, records } = await writeData(deps, actor.orgId, options.format, plan, {
      signal,
      progress: (done) => job.progress({ stage: 'records', done, total: manifest.counts.samples }),
    });
    return { blob, records, columns: plan.columns, lost: plan.lost };
  });
  const beside = await job.step('beside', async () => ({
    annotations: await storeBlob(deps, actor.orgId, {
      kind: 'version-export',
      source: annotationLines(deps, manifest, signal),
      contentType: 'application/jsonl; charset=utf-8',
    }),
  }));
  const images = await job.step('images', async () => {
    const plan = await planExport(deps, manifest, options.leaveOutLost);
    return writeImageLabelFiles(deps, actor, plan, options.pictureLabels, signal);
  });
  const file = (
    kind: ExportFileKind,
    name: string,
    { key, sha256, bytes }: Omit<StoredBlob, 'contentType'>,
    report: PictureLabelReport | null = null,
  ) => ({
    kind,
    name,
    key,
    sha256,
    bytes,
    report,
  });
  const files: MadeFile[] = [
    file('data', `${base}.${options.format}`, data.blob),
    file('annotations', `${base}-annotations.jsonl`, beside.annotations),
    file('documents', `${base}-documents.json`, manifest.documents),
    ...images.map(({ kind, extension, blob, report }) => file(kind, `${base}-${extension}`, blob, report)),
  ];
  const told = manifestOf(given, options.format, data, files, images);
  const stored: StoredBlob[] = [data.blob, beside.annotations, ...images.map(({ blob }) => blob)];
  const text = async (kind: ExportFileKind, name: string, content: string, contentType: string) => {
    const blob = await storeBlob(deps, actor.orgId, {
      kind: 'version-export',
      source: new TextEncoder().encode(content),
      contentType,
    });
    stored.push(blob);
    files.push(file(kind, name, blob));
  };
  const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`;
  await text('manifest', `${base}-manifest.json`, json(told), 'application/json');
  await text('card', `${base}-card.md`, datasetCard(told), 'text/markdown; charset=utf-8');
  await text('croissant', `${base}-croissant.json`, json(croissantOf(told)), 'application/ld+json');
  await finish(deps, job, exportId, version, { files, stored, records: data.records });
  return { records: data.records, files: files.length, sha256: data.blob.sha256 };
}

type Given = {
  row: Awaited<ReturnType<typeof requireExport>>;
  version: VersionRow;
  manifest: VersionManifest;
  project: string;
  committedBy: string;
  parents: { number: number; root: string }[];
  release: ExportedRelease | null;
};

function begin(deps: Deps, job: Job, exportId: string): Promise<Given> {
  return command(deps, job.actor, async ({ t, record }) => {
    const moved = await t.versionExports.move(exportId, ['QUEUED', 'RUNNING', 'FAILED', 'CANCELLED'], {
      status: 'RUNNING',
      finishedAt: null,
    });
    const row = await requireExport(t, exportId);
    if (!moved) throw new AssayError('conflict', 'This export is made already.');
    const version = await requireVersion(t, row.versionId);
    const manifest = requireManifest(version);
    const project = await t.projects.get(version.projectId);
    const dataset = await t.versions.dataset(version.projectId);
    const parents = await t.versions.many(version.parents.map((parent) => parent.parentId));
    const release = row.releaseId === null ? null : await requireRelease(t, row.releaseId);
    if (release !== null) requireInForce(release, todayOf(deps));
    await record({
      action: 'export.started',
      object: { type: 'export', id: exportId },
      projectId: row.projectId,
    });
    return {
      row,
      version,
      manifest,
      project: manifest.project ?? project?.name ?? 'dataset',
      committedBy: pseudonymOf(dataset?.pseudonymSalt ?? new Uint8Array(), version.createdBy),
      parents: parents
        .flatMap(({ number, root }) => (root === null ? [] : [{ number, root }]))
        .sort((a, b) => a.number - b.number),
      release: release === null ? null : exportedRelease.parse(release.approval),
    };
  });
}

/** A name that every file system takes. */
function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return slug === '' ? 'dataset' : slug;
}

/** All answers of the version, each under the key that its leaf has. */
async function* annotationLines(
  deps: Deps,
  manifest: VersionManifest,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const runs = new Map(manifest.runs.map((run) => [run.number, run.runId]));
  const encoder = new TextEncoder();
  for await (const entries of streamEntries(deps, manifest.annotations, 'the annotations', signal)) {
    const lines = entries.map(({ run, row, id, text }) => {
      const key = rowSampleKey(runs.get(run) ?? '', row);
      return `{"annotation":${text},"id":${canonicalJson(id)},"key":"${key}"}\n`;
    });
    yield encoder.encode(lines.join(''));
  }
}

function manifestOf(
  { version, manifest, project, committedBy, parents, release }: Given,
  format: ExportManifest['format'],
  data: { records: number; columns: ExportColumn[]; lost: ExportManifest['lost'] },
  files: readonly MadeFile[],
  images: readonly ImageLabelFile[],
): ExportManifest {
  const pictures = runsOfPictures(manifest);
  const escaped = data.columns.filter((column) => column.escaped).map((column) => column.name);
  return exportManifest.parse({
    type: 'assay.export-manifest',
    version: 1,
    project,
    versionId: version.id,
    number: version.number,
    message: version.message,
    committedAt: version.createdAt.toISOString(),
    committedBy,
    parents,
    root: manifest.root,
    subroots: manifest.subroots,
    rootRule: ROOT_RULE,
    released: release !== null,
    release,
    format,
    encoding: 'utf-8',
    columns: data.columns,
    escape: format === 'csv' ? { rule: ESCAPE_RULE, columns: escaped } : null,
    records: data.records,
    lost: data.lost,
    counts: manifest.counts,
    selection: manifest.selection,
    distribution: manifest.distribution,
    documents: manifest.documents.list,
    lineage: manifest.runs.map(({ columns, chunks, ...run }) => run),
    pictures:
      pictures.length === 0
        ? null
        : {
            runs: pictures.map((run) => run.number),
            samples: pictures.reduce((sum, run) => sum + run.samples, 0),
          },
    pictureLabels: images.map(({ kind, report }) => ({ kind, report })),
    people: manifest.people,
    files: files.map(({ kind, name, sha256, bytes }) => ({ kind, name, sha256, bytes })),
  } satisfies ExportManifest);
}

function finish(
  deps: Deps,
  job: Job,
  exportId: string,
  version: VersionRow,
  made: { files: readonly MadeFile[]; stored: readonly StoredBlob[]; records: number },
): Promise<void> {
  return command(deps, job.actor, async ({ t, record }) => {
    const owner = { type: 'export', id: exportId };
    await keepBlobs(t, made.stored, owner);
    await referToBlobs(
      t,
      made.files.map((file) => file.key),
      owner,
    );
    const moved = await t.versionExports.move(exportId, ['RUNNING'], {
      status: 'READY',
      records: BigInt(made.records),
      finishedAt: deps.clock.now(),
    });
    await job.requireMine(t);
    if (!moved) throw new AssayError('not-ready', 'The export was stopped while it was made.');
    await t.versionExports.addFiles(
      exportId,
      made.files.map(({ key, bytes, report, ...file }) => ({
        ...file,
        blobKey: key,
        bytes: BigInt(bytes),
        ...(report === null ? {} : { report: asJson(report) }),
      })),
    );
    await t.sources.addDependencies([
      { fromType: 'version', fromId: version.id, toType: 'export', toId: exportId },
    ]);
    await record({
      action: 'export.made',
      object: owner,
      projectId: version.projectId,
      details: {
        records: made.records,
        files: made.files.map(({ kind, name, sha256, bytes }) => ({ kind, name, sha256, bytes })),
      },
      alsoTouched: [
        { type: 'version', id: version.id },
        { type: 'job', id: job.job.id },
      ],
    });
  });
}
