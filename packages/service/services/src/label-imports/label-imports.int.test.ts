import { batchControls, type LabelImportUse, labelSchema } from '@assay/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getAgreement } from '../agreement/read-agreement.ts';
import { query } from '../frame/command.ts';
import { migrateLabelSchema } from '../label-schemas/migrate-label-schema.ts';
import { getLabelSchema } from '../label-schemas/read-label-schemas.ts';
import { createLabelSchema } from '../label-schemas/save-label-schema.ts';
import { labellingNumbers } from '../labelling/labelling-numbers.ts';
import { openReview } from '../review/claim-review.ts';
import { decideItem } from '../review/decide-review.ts';
import { listReview } from '../review/read-inbox.ts';
import { addBatch, answerOf, YES_OR_NO } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { uploadBytes } from '../testing/import-csv.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { previewVersion } from '../versions/read-labels.ts';
import { claimWork } from '../work/claim-work.ts';
import { cancelBatch } from '../work/control-batch.ts';
import { countGoldRows } from '../work/gold-rows.ts';
import { getBatch, listTasks } from '../work/read-batches.ts';
import { rowSampleKey } from '../work/sample-key.ts';
import { commitLabelImport } from './commit-import.ts';
import { cancelLabelImport, createLabelImport, remapLabelImport } from './create-import.ts';
import { downloadRefused, getLabelImport, listLabelImports } from './read-imports.ts';
import { withdrawLabelImport } from './withdraw-import.ts';

const ROWS = 40;
const csv = `code,age,size\n${Array.from({ length: ROWS }, (_, i) => `R${i},${20 + i},${i / 2}`).join('\n')}\n`;

let test: TestDeps;
let manager: UserActor;
let expert: UserActor;
let projectId: string;
let runId: string;
let labelSchemaVersionId: string;
const QUESTION = YES_OR_NO.questions[0]?.id ?? '';

beforeAll(async () => {
  test = await createTestDeps();
  const { owner, orgId } = await test.organisation();
  manager = owner;
  projectId = await test.project(manager);
  expert = await test.member(orgId, ['member']);
  await test.inProject(projectId, expert, ['expert']);
  runId = await addRowsRun(test, manager, { projectId, csv });
  const made = await createLabelSchema(test.deps, manager, {
    projectId,
    name: 'Yes or no',
    description: '',
    document: labelSchema.parse(YES_OR_NO),
  });
  labelSchemaVersionId = made.versionId;
}, 120_000);
afterAll(() => test.close());

/** Uploads and reads a file; returns the import as it stands then. */
async function read(use: LabelImportUse, text: string, fileName = 'labels.csv', source = '') {
  const uploadId = await uploadBytes(test, manager, projectId, Buffer.from(text), fileName);
  const asked = { projectId, use, runId, labelSchemaVersionId, uploadId, source, mapping: null };
  const { importId, jobId } = await createLabelImport(test.deps, manager, asked);
  const job = await runHere(test.deps, manager, jobId);
  return { importId, job, view: await getLabelImport(test.deps, manager, { importId }) };
}

async function take(importId: string): Promise<void> {
  const { jobId } = await commitLabelImport(test.deps, manager, { importId });
  const job = await runHere(test.deps, manager, jobId ?? '');
  expect(job.error).toBeNull();
  expect(job.status).toBe('SUCCEEDED');
}

const withdraw = (importId: string) => withdrawLabelImport(test.deps, manager, { importId, reason: 'test' });

it('shows before anything counts what would be taken and what not, and hands out the rest with reasons', async () => {
  const text = [
    'row,Is it so?,annotator,at,remark',
    '1,yes,Ann,2026-01-05T10:00:00Z,',
    '1,Yes,Ann,,', // the same again
    '2,No,Ann,,',
    '2,Yes,Ann,,', // and otherwise: none of the two is taken
    '3,Perhaps,Ann,,',
    '99,Yes,Ann,,',
    '4,,Ann,,',
    '5,Yes,,,',
    '6,Yes,Ann,yesterday,',
    '=7,Yes,Ann,,',
    '8,Yes',
  ].join('\n');
  const { view, importId, job } = await read('labels', text);
  expect(job.error).toBeNull();
  expect(view.status).toBe('REVIEW');
  expect(view.found).toMatchObject({ format: 'csv', records: 11, good: 1, rows: 1, sameAs: null });
  expect(view.found?.mapping).toMatchObject({
    row: { by: 'row', column: 'row' },
    answers: [{ questionId: QUESTION, column: 'Is it so?' }],
    source: 'annotator',
    at: 'at',
    comment: 'remark',
  });
  expect(view.found?.first.map(({ line, code }) => [line, code])).toEqual([
    [3, 'duplicate'],
    [4, 'conflict'],
    [5, 'conflict'],
    [6, 'refused'],
    [7, 'no-row'],
    [8, 'no-answer'],
    [9, 'no-source'],
    [10, 'bad-value'],
    [11, 'no-row'],
    [12, 'unreadable'],
  ]);
  const chunks: Uint8Array[] = [];
  const { content } = await downloadRefused(test.deps, manager, { importId });
  for await (const chunk of content) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString('utf8').split('\n');
  expect(lines[0]).toBe(
    'problem_line,problem,problem_field,problem_message,row,Is it so?,annotator,at,remark',
  );
  expect(lines[4]).toContain('6,refused,Is it so?');
  expect(lines[4]).toContain('Perhaps,Ann');
  // A spreadsheet runs nothing of it.
  expect(lines[9]).toContain("'=7");
  expect((await getBatchCount()).batches).toBe(0);
  await cancelLabelImport(test.deps, manager, { importId });
});

const getBatchCount = () =>
  query(test.deps, manager, async (t) => ({ batches: (await t.batches.answered(projectId)).length }));

it('tells what is wrong also where a text is no text that a database takes, or a file asks for too much', async () => {
  const long = '🦅'.repeat(100);
  const odd = await read(
    'labels',
    `row,Is it so?,annotator\n1,a${long},Ann\n2,${long},Ann\n3,Yes,Ann\n`,
    'a.csv',
  );
  expect(odd.job.error).toBeNull();
  expect(odd.view.found).toMatchObject({ good: 1, first: [{ code: 'refused' }, { code: 'refused' }] });
  const payload = { type: 'assay.annotation', version: 1, answers: answerOf(true).answers };
  const lines = [
    { row: 1, annotation: payload, source: 'Ann', at: '0000-01-01T00:00:00Z' },
    { row: 2, annotation: payload, source: 'Ann', 'half \ud83e and \0': 1 },
    ...Array.from({ length: 12 }, (_, at) => ({
      identifiers: Object.fromEntries([['id', 1], ...(at === 0 ? [] : [[`no\0${at}`, 1]])]),
      annotation: payload,
      source: 'Ann',
    })),
  ];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const { view, job, importId } = await read('labels', text, 'odd.jsonl');
  expect(job.error).toBeNull();
  expect(view.found?.first.map(({ line, code }) => [line, code]).slice(0, 2)).toEqual([
    [1, 'bad-value'],
    [2, 'unreadable'],
  ]);
  for (const id of [odd.importId, importId]) await cancelLabelImport(test.deps, manager, { importId: id });
});

it('lets a person correct what the columns hold', async () => {
  const { view, importId } = await read('labels', 'n,verdict\nR1,yes\nR2,no\n', 'odd.csv', 'A study');
  // Neither a row nor a question is found by the names.
  expect(view.found).toMatchObject({
    mapping: null,
    good: 0,
    samples: [
      ['R1', 'R2'],
      ['yes', 'no'],
    ],
  });
  const remap = (column: string) =>
    remapLabelImport(test.deps, manager, {
      importId,
      source: 'A study',
      mapping: {
        type: 'assay.label-import-mapping',
        version: 1,
        row: { by: 'identifier', columns: [{ column, of: 'code' }] },
        answers: [{ questionId: QUESTION, column: 'verdict' }],
        source: null,
        confidence: null,
        at: null,
        comment: null,
      },
    });
  await expect(remap('gone')).rejects.toMatchObject({ code: 'bad-input', field: 'mapping' });
  const { jobId } = await remap('n');
  await runHere(test.deps, manager, jobId);
  expect(await getLabelImport(test.deps, manager, { importId })).toMatchObject({
    status: 'REVIEW',
    found: { good: 2, sources: [{ name: 'A study', count: 2 }] },
  });
});

it('takes labels of people as annotations: agreement, review, versions and numbers read them', async () => {
  const records = Array.from({ length: 10 }, (_, i) => [
    { key: rowSampleKey(runId, i), annotation: { answers: answerOf(true).answers }, source: 'Ann' },
    {
      identifiers: { code: `R${i}`, size: i / 2 },
      annotation: answerOf(i > 1),
      source: 'Ben',
      at: '2026-02-01T09:00:00+01:00',
    },
  ]).flat();
  const text = `${records.map((record) => JSON.stringify(record)).join('\n')}\n{"row":1}\n[1]\n`;
  const { view, importId } = await read('labels', text, 'labels.jsonl');
  expect(view.found).toMatchObject({ format: 'jsonl', records: 22, good: 20, rows: 10 });
  await take(importId);
  // Taken once, however often it is asked.
  await commitLabelImport(test.deps, manager, { importId });
  const done = await getLabelImport(test.deps, manager, { importId });
  expect(done.status).toBe('DONE');
  const batchId = done.batch?.id ?? '';
  const batch = await getBatch(test.deps, manager, { batchId });
  expect(batch).toMatchObject({ kind: 'imported', status: 'DONE', samples: 10, overlap: 2 });
  const { tasks } = await listTasks(test.deps, manager, { batchId, after: null, limit: 50 });
  expect(new Set(tasks.map((task) => task.personName))).toEqual(new Set(['imported: Ann', 'imported: Ben']));

  const { agreement } = await getAgreement(test.deps, manager, { batchId });
  expect(agreement).toMatchObject({ samples: 10, shared: 10, answers: 20 });

  const sweep = await query(test.deps, manager, (t) => t.jobs.newestFor(batchId, 'review.sweep'));
  await runHere(test.deps, manager, sweep?.id ?? '');
  const inbox = { projectId, status: 'OPEN' as const, batchId, after: null, limit: 50 };
  const { items } = await listReview(test.deps, expert, inbox);
  const disputed = items.filter((item) => item.marks.some(({ reason }) => reason === 'disagreement'));
  expect(disputed).toHaveLength(2);
  const reviewItemId = disputed[0]?.id ?? '';
  const { leaseId } = await openReview(test.deps, expert, { reviewItemId });
  const sample = await query(test.deps, expert, (t) => t.reviews.sample(batchId, disputed[0]?.item ?? 0));
  const annotationIds = sample?.answers.map((each) => each.annotationId) ?? [];
  await expect(
    decideItem(test.deps, expert, {
      reviewItemId,
      leaseId,
      verdict: {
        kind: 'send-back',
        annotationIds,
        proposal: null,
        faults: ['wrong-label'],
        comment: 'Look again.',
      },
    }),
  ).rejects.toThrow('nobody to send it back to');
  await decideItem(test.deps, expert, {
    reviewItemId,
    leaseId,
    verdict: { kind: 'correct', payload: answerOf(true), faults: ['wrong-label'], comment: '' },
  });

  const preview = await previewVersion(test.deps, manager, {
    projectId,
    runIds: [runId],
    scope: 'all',
    method: 'majority',
  });
  expect(preview).toMatchObject({ labelled: 9, annotations: 20, people: 2 });
  expect(preview.methods).toEqual([
    { method: 'expert', count: 1 },
    { method: 'majority', count: 8 },
  ]);

  // No work done here: the numbers of the project leave it out, those of the batch do not, and nothing took time.
  const ever = { projectId, days: null, timeZone: 'UTC', personId: null };
  expect((await labellingNumbers(test.deps, manager, { ...ever, batchId: null })).total.answers).toBe(0);
  const own = await labellingNumbers(test.deps, manager, { ...ever, batchId });
  expect(own.total).toMatchObject({ answers: 20, activeMs: 0, median: null });

  // What is decided upon it keeps it; nobody works on it.
  await expect(withdraw(importId)).rejects.toThrow('1 sample was decided upon its labels');
  await expect(cancelBatch(test.deps, manager, { batchId, reason: '' })).rejects.toThrow('imported answers');

  // The same file is known, and says nothing new.
  const again = await read('labels', text, 'labels.jsonl');
  expect(again.view.found?.sameAs).toEqual({ id: importId, number: done.number });
  expect(again.view.found?.problems).toContainEqual({ code: 'duplicate', count: 20 });
  await expect(commitLabelImport(test.deps, manager, { importId: again.importId })).rejects.toThrow();
}, 60_000);

it('shows prelabels as what is proposed in a batch, and never counts them', async () => {
  const text = `code,is it so?,model,probability\n${Array.from({ length: 12 }, (_, i) => `R${i},${i % 3 ? 'Yes' : 'No'},Forest,0.${10 + i}`).join('\n')}\n`;
  const before = (await getBatchCount()).batches;
  const { view, importId } = await read('prelabels', text);
  expect(view.found).toMatchObject({ good: 12, sources: [{ name: 'Forest', count: 12 }] });
  const common = {
    projectId,
    runId,
    labelSchemaVersionId,
    kind: 'verify' as const,
    prelabelImportId: importId,
  };
  await expect(addBatch(test, manager, common)).rejects.toThrow('proposes nothing');
  await take(importId);
  const controls = batchControls.parse({ seeded: 0.2 });
  const size = { ...SELECTION, size: 5 };
  const batchId = await addBatch(test, manager, { ...common, selection: size, controls });
  const { tasks } = await claimWork(test.deps, manager, { projectId, batchId, want: 5 });
  // Faults are planted in other rows that have a prelabel, too: none is known by having none.
  expect(tasks.map((task) => task.proposal?.source)).toEqual(tasks.map(() => 'Forest'));
  const first = tasks[0];
  const label = (yes: boolean) => answerOf(yes).answers;
  expect(first?.proposal).toEqual({
    answers: label((first?.row ?? 0) % 3 !== 0),
    source: 'Forest',
    confidence: Number(`0.${10 + (first?.row ?? 0)}`),
  });
  expect((await getBatchCount()).batches).toBe(before);
  await expect(withdraw(importId)).rejects.toThrow('1 batch shows its proposals');
  await cancelBatch(test.deps, manager, { batchId, reason: 'done' });
  await withdraw(importId);
  await expect(addBatch(test, manager, common)).rejects.toThrow('proposes nothing');
  // The very same file may come again.
  const again = await read('prelabels', text);
  await take(again.importId);
}, 60_000);

const SELECTION = {
  type: 'assay.batch-selection' as const,
  version: 1 as const,
  where: { op: 'true' as const },
  size: null,
  quota: null,
  order: 'shuffled' as const,
  seed: 'test',
};

it('adds known answers to those that measure', async () => {
  const asked = { projectId, runId, labelSchemaVersionId };
  const before = (await countGoldRows(test.deps, manager, asked)).rows;
  const text = `row,Is it so?\n${Array.from({ length: 20 }, (_, i) => `${i + 21},Yes`).join('\n')}\n`;
  expect((await read('gold', text)).view.found?.problems).toEqual([{ code: 'no-source', count: 20 }]);
  const { importId } = await read('gold', text, 'gold.csv', 'A panel of experts');
  await take(importId);
  const known = await query(test.deps, manager, async (t) => {
    const version = await t.labelSchemas.version(labelSchemaVersionId);
    return t.controls.gold(projectId, version?.labelSchemaId ?? '', 100);
  });
  expect(known.filter(({ row }) => row >= 20)).toHaveLength(20);
  expect((await countGoldRows(test.deps, manager, asked)).rows).toBeGreaterThan(before);
  const where = { op: 'compare' as const, column: 'age', comparator: '<' as const, value: 40 };
  const selection = { ...SELECTION, where };
  const batchId = await addBatch(test, manager, {
    ...asked,
    selection,
    controls: batchControls.parse({ gold: 0.5 }),
  });
  const items = await query(test.deps, manager, (t) => t.controls.items(batchId));
  expect(items.filter(({ row }) => row >= 20).length).toBeGreaterThan(0);
  // It measures by now; and it is no label of a version.
  await expect(withdraw(importId)).rejects.toThrow('measures with its known answers');
  const preview = { projectId, runIds: [runId], scope: 'labelled' as const, method: 'majority' as const };
  expect((await previewVersion(test.deps, manager, preview)).labels).toBe(9);
}, 60_000);

it('refuses what is no file of labels, and withdraws labels that nothing depends on', async () => {
  const failed = await read('labels', 'PK\u0003\u0004 this is an archive', 'labels.csv', 'x');
  expect(failed.view.status).toBe('FAILED');
  expect(failed.view.failure).toMatchObject({
    code: 'bad-input',
    message:
      'labels.csv is a ZIP archive, not a CSV. Unpack it and upload the table inside. Nothing was imported.',
  });
  await cancelLabelImport(test.deps, manager, { importId: failed.importId });
  const before = await previewVersion(test.deps, manager, {
    projectId,
    runIds: [runId],
    scope: 'all',
    method: 'single',
  });
  const { importId } = await read('labels', 'row,Is it so?\n40,No\n', 'one.csv', 'Cleo');
  await take(importId);
  expect(await withdraw(importId)).toEqual({ withdrawn: 1 });
  const after = await previewVersion(test.deps, manager, {
    projectId,
    runIds: [runId],
    scope: 'all',
    method: 'single',
  });
  expect(after).toEqual(before);
  const { imports } = await listLabelImports(test.deps, manager, { projectId, limit: 3 });
  expect(imports[0]).toMatchObject({ status: 'WITHDRAWN', good: 1 });
  await expect(withdraw(importId)).rejects.toMatchObject({ code: 'conflict' });
}, 60_000);

it('knows what was taken before also where a migration came since', async () => {
  const own = labelSchemaVersionId;
  const { id: labelSchemaId, versionId } = await createLabelSchema(test.deps, manager, {
    projectId,
    name: 'Yes or no, to be merged',
    description: '',
    document: labelSchema.parse(YES_OR_NO),
  });
  labelSchemaVersionId = versionId;
  try {
    const first = await read('labels', 'row,Is it so?,annotator\n1,Yes,Ann\n2,No,Ann\n');
    await take(first.importId);
    const text = 'row,Is it so?,annotator\n1,Yes,Ann\n2,Yes,Ben\n';
    const uploadId = await uploadBytes(test, manager, projectId, Buffer.from(text), 'again.csv');
    const asked = { projectId, use: 'labels', runId, labelSchemaVersionId, uploadId } as const;
    const { importId, jobId } = await createLabelImport(test.deps, manager, {
      ...asked,
      source: '',
      mapping: null,
    });
    // The file waits to be read when the migration comes.
    const [question] = YES_OR_NO.questions;
    const [yes, no] = question?.kind === 'single' ? question.labels.map(({ id }) => id) : [];
    const { revision } = await getLabelSchema(test.deps, manager, { labelSchemaId });
    const operations = [{ kind: 'merge' as const, from: [yes ?? ''], into: no ?? '' }];
    await migrateLabelSchema(test.deps, manager, { labelSchemaId, revision, operations, note: '' });
    await runHere(test.deps, manager, jobId);
    const { found } = await getLabelImport(test.deps, manager, { importId });
    expect(found?.first.map(({ line, code }) => [line, code])).toEqual([[2, 'duplicate']]);
    await take(importId);
  } finally {
    labelSchemaVersionId = own;
  }
});
