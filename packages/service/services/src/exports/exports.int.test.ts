import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ExportColumn,
  type ExportFileKind,
  exportColumn,
  exportManifest,
  finalLabel,
  type RowsFormat,
} from '@assay/contracts';
import { csvRoots, jsonLinesRoots, recordOfCells, startExportRoots } from '@assay/formats';
import { canonicalJson, namedRoot, startContentRoot } from '@assay/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { listEvents } from '../ledger/list-events.ts';
import { addBatch, addLabelSchema, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { commitDatasetVersion } from '../versions/commit-version.ts';
import { requireManifest, requireVersion } from '../versions/version-record.ts';
import { downloadExport } from './download-export.ts';
import { identifyFile } from './identify-file.ts';
import { getExport, listExports, startExport } from './start-export.ts';

const ROWS = 3000;
/** Texts that spreadsheets would run, whole numbers beyond 2^53, missing values, dates and times. */
const NOTES = ['=1+1', "'=2", '-x', '"quoted", with a comma', 'plain', ''];
const csv = `note,big,amount,on,at,yes\n${Array.from({ length: ROWS }, (_, i) =>
  [
    `"${(NOTES[i % NOTES.length] ?? '').replaceAll('"', '""')}"`,
    String(9007199254740993n + BigInt(i)),
    i % 7 === 0 ? '' : String(i / 3),
    `2024-01-${String((i % 28) + 1).padStart(2, '0')}`,
    `2024-01-01 10:${String(i % 60).padStart(2, '0')}:00.123456`,
    i % 2 === 0 ? 'true' : 'false',
  ].join(','),
).join('\n')}\n`;

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let projectId: string;
let versionId: string;
let runId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager, 'Déjà vu & Söhne');
  ann = await test.member(organisation.orgId, ['member']);
  await test.inProject(projectId, ann, ['annotator']);
  runId = await addRowsRun(test, manager, { projectId, csv });
  const other = await addRowsRun(test, manager, { projectId, csv: 'note,other\na,1\n=b,2\n' });
  const labelSchemaVersionId = await addLabelSchema(test, manager, projectId);
  const selection = {
    type: 'assay.batch-selection',
    version: 1,
    where: { op: 'true' },
    size: 25,
    quota: null,
    order: 'row',
    seed: 'test',
  } as const;
  const batchId = await addBatch(test, manager, { projectId, runId, labelSchemaVersionId, selection });
  await answerBatch(test, ann, { projectId, batchId }, ({ item }) => answerOf(item % 3 !== 0));
  const { versionId: made, jobId } = await commitDatasetVersion(test.deps, manager, {
    projectId,
    runIds: [runId, other],
    scope: 'all',
    method: 'majority',
    message: 'For <training> | all',
    branch: 'main',
    parentId: null,
  });
  expect((await runHere(test.deps, manager, jobId)).status).toBe('SUCCEEDED');
  versionId = made;
}, 240_000);
afterAll(() => test.close());

async function makeExport(format: RowsFormat, leaveOutLost = false, of = versionId) {
  const { exportId, jobId } = await startExport(test.deps, manager, { versionId: of, format, leaveOutLost });
  const { status, error } = await runHere(test.deps, manager, jobId);
  return { exportId, status, error };
}

async function fetch(exportId: string, kind: ExportFileKind): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await downloadExport(test.deps, manager, { exportId, kind })).content)
    parts.push(part);
  return Buffer.concat(parts);
}

const manifestOf = async (exportId: string) =>
  exportManifest.parse(JSON.parse((await fetch(exportId, 'manifest')).toString()));

async function* pieces(bytes: Buffer): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < bytes.length; at += 1000)
    yield decoder.decode(bytes.subarray(at, at + 1000), { stream: true });
}

async function parquetRoots(bytes: Buffer) {
  const file = join(test.deps.workDir, 'check.parquet');
  await writeFile(file, bytes);
  const roots = startExportRoots();
  let columns: ExportColumn[] = [];
  // What the columns are stands in the file itself.
  const rows = test.deps.tables.readRecords(file, (said) => {
    columns = exportColumn.array().parse(JSON.parse(said).columns);
    return columns;
  });
  for await (const cells of rows) roots.add(recordOfCells(columns, cells));
  await rm(file);
  return roots.end();
}

/** The roots as anybody computes them from a file. */
async function rootsOf(exportId: string, format: RowsFormat) {
  const data = await fetch(exportId, 'data');
  if (format === 'jsonl') return jsonLinesRoots(pieces(data));
  if (format === 'parquet') return parquetRoots(data);
  return csvRoots(pieces(data), (await manifestOf(exportId)).columns);
}

it('gives the same bytes each time, from which the roots can be computed again', async () => {
  const { subroots, root } = await query(test.deps, manager, async (t) =>
    requireManifest(await requireVersion(t, versionId)),
  );
  for (const format of ['jsonl', 'csv', 'parquet'] as const) {
    const [one, two] = [await makeExport(format), await makeExport(format)];
    expect([one.status, two.status, one.error]).toEqual(['SUCCEEDED', 'SUCCEEDED', null]);
    for (const kind of ['data', 'annotations', 'documents', 'manifest', 'card', 'croissant'] as const) {
      const [a, b] = [await fetch(one.exportId, kind), await fetch(two.exportId, kind)];
      expect([format, kind, a.equals(b)]).toEqual([format, kind, true]);
    }
    const manifest = await manifestOf(one.exportId);
    expect([format, await rootsOf(one.exportId, format)]).toEqual([
      format,
      { samples: subroots.samples, labels: subroots.labels, records: ROWS + 2 },
    ]);
    expect(manifest).toMatchObject({ root, subroots, records: ROWS + 2, released: false, lost: [] });
    for (const file of manifest.files) {
      const bytes = await fetch(one.exportId, file.kind);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(bytes.length).toBe(file.bytes);
    }
  }
}, 240_000);

it('leaves out rows that are no samples, in every format', async () => {
  const { versionId: labelled, jobId } = await commitDatasetVersion(test.deps, manager, {
    projectId,
    runIds: [runId],
    scope: 'labelled',
    method: 'majority',
    message: '',
    branch: 'labelled',
    parentId: null,
  });
  expect((await runHere(test.deps, manager, jobId)).status).toBe('SUCCEEDED');
  const { subroots } = await query(test.deps, manager, async (t) =>
    requireManifest(await requireVersion(t, labelled)),
  );
  for (const format of ['jsonl', 'csv', 'parquet'] as const) {
    const { exportId, status } = await makeExport(format, false, labelled);
    expect(status).toBe('SUCCEEDED');
    expect([format, await rootsOf(exportId, format)]).toEqual([
      format,
      { samples: subroots.samples, labels: subroots.labels, records: 25 },
    ]);
  }
}, 120_000);

it('carries all answers and documents, from which the root itself follows, and names of nobody', async () => {
  const { exportId } = await makeExport('jsonl');
  const manifest = await manifestOf(exportId);
  const lines = (await fetch(exportId, 'annotations')).toString().trimEnd().split('\n');
  const annotations = startContentRoot();
  for (const line of lines) {
    const { key, id, annotation } = JSON.parse(line);
    annotations.add(`${key}/${id}`, canonicalJson(annotation));
  }
  expect(annotations.end()).toEqual({ root: manifest.subroots.annotations, rows: 25 });
  const documents = startContentRoot();
  for (const document of JSON.parse((await fetch(exportId, 'documents')).toString()).documents) {
    documents.add(`${document.kind}/${document.versionId}`, canonicalJson(document));
  }
  expect(documents.end().root).toBe(manifest.subroots.documents);
  expect(namedRoot(manifest.subroots)).toBe(manifest.root);
  const everything = (
    await Promise.all(
      (['data', 'annotations', 'documents', 'manifest', 'card', 'croissant'] as const).map((kind) =>
        fetch(exportId, kind),
      ),
    )
  ).join('\n');
  for (const { userId } of [ann, manager]) expect(everything).not.toContain(userId);
  expect(everything).not.toContain('Test Member');
  const record = JSON.parse((await fetch(exportId, 'data')).toString().split('\n')[0] ?? '');
  expect(record.sample).toMatchObject({
    origin: 'synthetic',
    values: { note: '=1+1', big: '9007199254740993' },
  });
  const labelled = (await fetch(exportId, 'data'))
    .toString()
    .trimEnd()
    .split('\n')
    .flatMap((line) => JSON.parse(line).labels)
    .map((label) => finalLabel.parse(label));
  expect(labelled).toHaveLength(25);
});

it('makes formulas harmless in CSV and says in which columns; the card and Croissant say what is there', async () => {
  const { exportId } = await makeExport('csv');
  const manifest = await manifestOf(exportId);
  const [header, first, second] = (await fetch(exportId, 'data')).toString().split('\n');
  expect(header).toBe(
    'assay_key,assay_origin,assay_run,assay_row,note,big,amount,on,at,yes,other,label: Is it so?,assay_labels',
  );
  expect(first).toContain(",0,'=1+1,9007199254740993,");
  expect(second).toContain(",1,''=2,");
  expect(manifest.escape?.columns).toContain('note');
  expect(manifest.escape?.columns).not.toContain('big');
  const card = (await fetch(exportId, 'card')).toString();
  for (const text of [
    '# Déjà vu & Söhne, version 1',
    'was not released',
    `of ${ROWS + 2} rows`,
    '| Yes | 16 |',
    manifest.root,
  ]) {
    expect(card).toContain(text);
  }
  const croissant = JSON.parse((await fetch(exportId, 'croissant')).toString());
  expect(croissant).toMatchObject({
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.1',
  });
  expect(croissant.distribution[0]).toMatchObject({
    name: 'deja-vu-sohne-v1.csv',
    sha256: manifest.files[0]?.sha256,
  });
  expect(croissant.recordSet[0].field.map((field: { name: string }) => field.name)).toEqual(
    header?.split(','),
  );
});

it('is known by its hash to who may read the version, and to nobody else', async () => {
  const { exportId } = await makeExport('jsonl');
  const { files, versionId: of } = await getExport(test.deps, manager, { exportId });
  const data = files.find((file) => file.kind === 'data');
  const sha256 = data?.sha256 ?? '';
  const found = await identifyFile(test.deps, manager, { sha256 });
  expect(found.some((each) => each.export?.id === exportId && each.versionId === of)).toBe(true);
  const manifest = await manifestOf(exportId);
  expect(await identifyFile(test.deps, manager, { sha256: manifest.root })).toMatchObject([
    { as: 'root', number: 1 },
  ]);
  expect(await identifyFile(test.deps, ann, { sha256 })).toEqual([]);
  const elsewhere = await test.organisation();
  expect(await identifyFile(test.deps, elsewhere.owner, { sha256 })).toEqual([]);
  await expect(getExport(test.deps, elsewhere.owner, { exportId })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { events } = await listEvents(test.deps, manager, { limit: 200, before: null });
  expect(events.filter((event) => event.action === 'export.downloaded')[0]).toMatchObject({
    object: { type: 'export', id: exportId },
  });
  expect((await listExports(test.deps, manager, { versionId, limit: 2, before: null })).exports).toHaveLength(
    2,
  );
});

it('refuses rows that are lost and names them, or leaves them out and says so', async () => {
  const manifest = await query(test.deps, manager, async (t) =>
    requireManifest(await requireVersion(t, versionId)),
  );
  const chunk = manifest.runs[1]?.chunks[0];
  const path = await test.deps.storage.localPath(chunk?.key ?? '');
  const kept = await readFile(path);
  await rm(path);
  try {
    const refused = await makeExport('jsonl');
    expect(refused).toMatchObject({
      status: 'FAILED',
      error: { message: expect.stringContaining(chunk?.sha256 ?? '') },
    });
    const { exportId, status } = await makeExport('jsonl', true);
    expect(status).toBe('SUCCEEDED');
    expect(await manifestOf(exportId)).toMatchObject({
      records: ROWS,
      lost: [{ run: manifest.runs[1]?.number, from: 0, to: 2 }],
    });
  } finally {
    await writeFile(path, kept);
  }
});
