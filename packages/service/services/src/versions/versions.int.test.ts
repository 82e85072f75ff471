import { rm } from 'node:fs/promises';
import { type Annotation, finalLabel, type VersionScope } from '@assay/contracts';
import { canonicalJson, namedRoot, startContentRoot } from '@assay/ledger';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { query } from '../frame/command.ts';
import { listEvents } from '../ledger/list-events.ts';
import { addBatch, addLabelSchema, answerOf } from '../testing/add-batch.ts';
import { addRowsRun } from '../testing/add-rows-run.ts';
import { answerBatch } from '../testing/answer-batch.ts';
import { runHere } from '../testing/run-jobs.ts';
import { createTestDeps, type TestDeps, type UserActor } from '../testing/test-deps.ts';
import { takeBack } from '../work/answer-task.ts';
import { rowSampleKey } from '../work/sample-key.ts';
import { checkVersion } from './check-version.ts';
import { type CommitVersion, commitDatasetVersion } from './commit-version.ts';
import { compareVersions, listDifferences } from './compare-versions.ts';
import { moveRef } from './move-ref.ts';
import { previewVersion } from './read-labels.ts';
import { listSamples } from './read-samples.ts';
import { getVersion, listRefs, listVersions } from './read-versions.ts';
import { readEntries } from './version-entries.ts';
import { requireManifest, requireVersion } from './version-record.ts';

const ROWS = 40;
const csv = `id,amount,when,big\n${Array.from(
  { length: ROWS },
  (_, i) =>
    `n${i},${i % 5 === 0 ? '' : i / 4},2024-01-${String((i % 28) + 1).padStart(2, '0')},${9007199254740993n + BigInt(i)}`,
).join('\n')}\n`;

let test: TestDeps;
let manager: UserActor;
let ann: UserActor;
let ben: UserActor;
let projectId: string;
let runId: string;
let schemaVersionId: string;
let batchId: string;
beforeAll(async () => {
  test = await createTestDeps();
  const organisation = await test.organisation();
  manager = organisation.owner;
  projectId = await test.project(manager);
  [ann, ben] = await Promise.all([
    test.member(organisation.orgId, ['member']),
    test.member(organisation.orgId, ['member']),
  ]);
  for (const person of [ann, ben]) await test.inProject(projectId, person, ['annotator']);
  runId = await addRowsRun(test, manager, { projectId, csv });
  schemaVersionId = await addLabelSchema(test, manager, projectId);
  batchId = await addBatch(test, manager, {
    projectId,
    runId,
    labelSchemaVersionId: schemaVersionId,
    overlap: 2,
    selection: {
      type: 'assay.batch-selection',
      version: 1,
      where: { op: 'true' },
      size: 20,
      quota: null,
      order: 'row',
      seed: 'test',
    },
  });
  // Both answer 20 samples; at every fifth of them they disagree, and one is an artefact to both.
  const of = (who: 'ann' | 'ben') => (task: { item: number }) => ({
    ...answerOf(task.item % 5 !== 0 || who === 'ann'),
    artefact: task.item === 1,
  });
  await answerBatch(test, ann, { projectId, batchId }, of('ann'));
  await answerBatch(test, ben, { projectId, batchId }, of('ben'));
}, 240_000);
afterAll(() => test.close());

const head = async (branch: string) =>
  (await listRefs(test.deps, manager, { projectId })).find((ref) => ref.name === branch)?.versionId ?? null;

async function order(part: Partial<CommitVersion> = {}) {
  const branch = part.branch ?? 'main';
  return commitDatasetVersion(test.deps, manager, {
    projectId,
    runIds: [runId],
    scope: 'labelled',
    method: 'majority',
    message: 'A version',
    branch,
    parentId: await head(branch),
    ...part,
  });
}

async function commit(part: Partial<CommitVersion> = {}) {
  const { versionId, jobId } = await order(part);
  const job = await runHere(test.deps, manager, jobId);
  if (job.status !== 'SUCCEEDED') throw new Error(`The version was not made: ${JSON.stringify(job.error)}`);
  return versionId;
}

const manifestOf = (versionId: string) =>
  query(test.deps, manager, async (t) => requireManifest(await requireVersion(t, versionId)));

it('shows before what it freezes after, for each scope', async () => {
  const counts = async (scope: VersionScope) => {
    const input = { projectId, runIds: [runId], scope, method: 'majority' } as const;
    const before = await previewVersion(test.deps, manager, input);
    const { content } = await getVersion(test.deps, manager, {
      versionId: await commit({ scope, branch: scope }),
    });
    expect(content?.counts).toEqual(before);
    return before;
  };
  expect(await counts('all')).toMatchObject({
    rows: ROWS,
    samples: ROWS,
    labelled: 16,
    labels: 16,
    exclusions: [],
  });
  expect(await counts('labelled')).toMatchObject({
    samples: 16,
    annotations: 32,
    people: 2,
    methods: [{ method: 'majority', count: 16 }],
    exclusions: [
      { reason: 'not-labelled', count: 20 },
      { reason: 'undecided', count: 4 },
    ],
  });
  // Which samples wait for an expert is the routing's to say; they are counted as such before anything else.
  const accepted = await counts('accepted');
  const left = new Map(accepted.exclusions.map(({ reason, count }) => [reason, count]));
  const waiting = await query(test.deps, manager, async (t) => {
    const { inReview } = await t.versionContent.labelSnapshot([runId]);
    return new Set(inReview.map(({ row }) => row)).size;
  });
  expect(left.get('not-labelled')).toBe(20);
  expect(left.get('in-review') ?? 0).toBe(waiting);
  expect([...left.values()].reduce((sum, count) => sum + count, accepted.samples)).toBe(ROWS);
  expect(accepted.samples).toBeLessThanOrEqual(15);
});

it('has roots that anybody can compute from what it holds', async () => {
  const versionId = await commit({ scope: 'labelled', branch: 'roots' });
  const manifest = await manifestOf(versionId);
  const { samples, total } = await listSamples(test.deps, manager, { versionId, from: 0, limit: 100 });
  expect(total).toBe(16);
  const root = startContentRoot();
  for (const { key, values } of samples) {
    const row = Object.fromEntries((values ?? []).map(({ name, value }) => [name, value]));
    expect(row).toMatchObject({ big: expect.stringMatching(/^90071992547/) });
    root.add(key, canonicalJson({ origin: 'synthetic', values: row }));
  }
  expect(root.end()).toEqual({ root: manifest.subroots.samples, rows: 16 });
  const labels = startContentRoot();
  for (const entry of await readEntries(test.deps, manifest.labels, 'labels')) {
    labels.add(`${rowSampleKey(runId, entry.row)}/${entry.id}`, entry.text ?? '');
  }
  expect(labels.end().root).toBe(manifest.subroots.labels);
  expect(namedRoot(manifest.subroots)).toBe(manifest.root);
  const text = JSON.stringify([...(await readEntries(test.deps, manifest.annotations, 'annotations'))]);
  for (const { userId } of [ann, ben, manager]) expect(text).not.toContain(userId);
  expect(samples[0]?.labels[0]?.by.every(({ name }) => name === 'Test Member')).toBe(true);
});

it('gives the same content the same root, and stores nothing twice', async () => {
  const first = await getVersion(test.deps, manager, { versionId: await commit({ branch: 'same' }) });
  const second = await getVersion(test.deps, manager, { versionId: await commit({ branch: 'same' }) });
  expect(second.root).toBe(first.root);
  expect(second.parents).toEqual([first.id]);
  expect(second.newBytes).toBe(0);
  expect(second.bytes).toBe(first.bytes);
});

it('compares two: samples, labels from what to what and by whom', async () => {
  const before = await commit({ branch: 'compare' });
  // Ben takes one answer back, and says the opposite.
  const task = await query(test.deps, manager, async (t) =>
    (await t.tasks.list(batchId, { status: 'SUBMITTED', personId: ben.userId }, null, 100)).find(
      (each) => each.item === 2,
    ),
  );
  await takeBack(test.deps, ben, { taskId: task?.id ?? '' });
  await answerBatch(test, ben, { projectId, batchId }, () => answerOf(false));
  const after = await commit({ branch: 'compare' });
  const found = await compareVersions(test.deps, manager, { versionId: after, otherId: before });
  expect(found).toMatchObject({
    samples: { added: 0, removed: 1, kept: 15 },
    labels: { added: 0, removed: 1, changed: 0, redecided: 0 },
    transitions: [{ question: 'Is it so?', before: 'Yes', after: null, count: 1 }],
    sameParts: ['documents'],
  });
  const voted = await commit({ branch: 'compare', method: 'dawid-skene' });
  const other = await compareVersions(test.deps, manager, { versionId: voted, otherId: after });
  expect(other.labels.redecided).toBe(15);
  const page = await listDifferences(test.deps, manager, {
    versionId: after,
    otherId: before,
    kind: 'samples-removed',
    from: 0,
    limit: 10,
  });
  expect(page).toMatchObject({ total: 1, next: null, items: [{ run: 1, row: Number(task?.row), runId }] });
  const labels = await listDifferences(test.deps, manager, {
    versionId: after,
    otherId: before,
    kind: 'labels',
    from: 0,
    limit: 10,
  });
  expect(labels.items).toMatchObject([
    {
      change: 'removed',
      questions: [{ before: 'Yes', after: null }],
      before: { by: [{ name: 'Test Member' }, {}] },
    },
  ]);
  await expect(
    compareVersions(test.deps, manager, { versionId: after, otherId: test.deps.ids.next() }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

it('takes the expert before everybody, and leaves out what was rejected or is of an investigation', async () => {
  const expert = await test.member(manager.orgId, ['member']);
  const batch = await addBatch(test, manager, {
    projectId,
    runId,
    labelSchemaVersionId: schemaVersionId,
    overlap: 1,
  });
  const done = await answerBatch(test, ann, { projectId, batchId: batch }, () => answerOf(true));
  expect(done).toBe(ROWS);
  const decide = (item: number, outcome: 'corrected' | 'rejected', payload: Annotation | null) =>
    query(test.deps, manager, async (t) => {
      const [task] = await t.tasks.list(batch, {}, { item: item - 1, slot: 99 }, 1);
      await t.decisions.add({
        id: test.deps.ids.next(),
        projectId,
        batchId: batch,
        item,
        sampleKey: task?.sampleKey ?? '',
        labelSchemaVersionId: schemaVersionId,
        method: 'expert',
        outcome,
        ...(payload === null ? {} : { payload: payload as never }),
        decidedBy: expert.userId,
        basedOn: [],
        faults: [],
      });
      return Number(task?.row);
    });
  const corrected = await decide(3, 'corrected', answerOf(false));
  const rejected = await decide(4, 'rejected', null);
  const looked = await addBatch(test, manager, { projectId, runId, investigation: true });
  await answerBatch(test, ann, { projectId, batchId: looked }, () => answerOf(true), 7);
  const manifest = await manifestOf(await commit({ branch: 'expert', scope: 'labelled' }));
  const labels = (await readEntries(test.deps, manifest.labels, 'labels')).map((entry) => ({
    row: entry.row,
    label: finalLabel.parse(JSON.parse(entry.text ?? '')),
  }));
  expect(labels.some(({ row }) => row === rejected)).toBe(false);
  expect(labels.filter(({ label }) => label.method === 'expert')).toMatchObject([
    { row: corrected, label: { support: null, answers: answerOf(false).answers } },
  ]);
  expect(manifest.counts.investigation).toBe(7);
  expect(manifest.counts.exclusions).toContainEqual({ reason: 'rejected', count: 1 });
  // The newest answer of a person counts once, so that nobody outvotes others by answering in two batches.
  expect(labels.every(({ label }) => new Set(label.by).size === label.by.length)).toBe(true);
});

it('takes one moment, however much arrives while it is made', async () => {
  const batch = await addBatch(test, manager, {
    projectId,
    runId,
    labelSchemaVersionId: schemaVersionId,
    overlap: 1,
  });
  const { versionId, jobId } = await order({ branch: 'moment', scope: 'all' });
  const [job, answered] = await Promise.all([
    runHere(test.deps, manager, jobId),
    answerBatch(test, ben, { projectId, batchId: batch }, () => answerOf(true)),
  ]);
  expect([job.status, answered]).toEqual(['SUCCEEDED', ROWS]);
  const manifest = await manifestOf(versionId);
  const annotations = await readEntries(test.deps, manifest.annotations, 'annotations');
  const labels = await readEntries(test.deps, manifest.labels, 'labels');
  const ids = new Set(annotations.map((entry) => entry.id));
  // Each label stands on answers that are in the version, and the counts say what is there.
  for (const entry of labels) {
    for (const from of finalLabel.parse(JSON.parse(entry.text ?? '')).from) expect(ids.has(from)).toBe(true);
  }
  expect(manifest.counts).toMatchObject({ annotations: annotations.length, labels: labels.length });
  const again = await runHere(test.deps, manager, jobId);
  expect(again.status).toBe('SUCCEEDED');
  expect((await manifestOf(versionId)).root).toBe(manifest.root);
});

it('a branch is moved by one of two people, a tag stays', async () => {
  const [one, two] = [await commit({ branch: 'race' }), await commit({ branch: 'race' })];
  const move = (
    to: string | null,
    expected: string | null,
    name = 'race',
    kind: 'branch' | 'tag' = 'branch',
  ) => moveRef(test.deps, manager, { projectId, kind, name, expected, to });
  const third = await commit({ branch: 'elsewhere' });
  const outcomes = await Promise.allSettled([move(one, two), move(third, two)]);
  expect(outcomes.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  expect(outcomes.find((each) => each.status === 'rejected')).toMatchObject({
    reason: { code: 'stale', message: expect.stringMatching(/^Somebody else has moved race to version \d+/) },
  });
  expect(await move(one, null, 'v1.0', 'tag')).toEqual({ does: 'create' });
  await expect(move(two, one, 'v1.0', 'tag')).rejects.toMatchObject({ code: 'conflict' });
  await expect(move(two, null, 'v1.0', 'tag')).rejects.toMatchObject({ code: 'stale' });
  await expect(move(one, null, 'No Name')).rejects.toMatchObject({ code: 'bad-input', field: 'name' });
  expect(await move(null, one, 'v1.0', 'tag')).toEqual({ does: 'delete' });
  const both = await Promise.allSettled([move(one, null, 'twice', 'tag'), move(two, null, 'twice', 'tag')]);
  expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  // The second commit to a branch that has moved on, whoever moved it, is refused before it begins.
  await expect(order({ branch: 'race', parentId: two })).rejects.toMatchObject({
    code: 'stale',
    field: 'branch',
  });
});

it('a branch that was moved while a version was made stays where it was moved to', async () => {
  const [one, two] = [await commit({ branch: 'late' }), await commit({ branch: 'late' })];
  const { versionId, jobId } = await order({ branch: 'late' });
  await expect(order({ branch: 'late' })).rejects.toMatchObject({ code: 'conflict' });
  await moveRef(test.deps, manager, { projectId, kind: 'branch', name: 'late', expected: two, to: one });
  expect((await runHere(test.deps, manager, jobId)).result).toMatchObject({ branchTook: false });
  expect(await head('late')).toBe(one);
  expect(await getVersion(test.deps, manager, { versionId })).toMatchObject({
    status: 'READY',
    branchTook: false,
  });
});

it('goes on where it was stopped, and never changes once it stands', async () => {
  const { versionId, jobId } = await order({ branch: 'resumed' });
  const stored = test.deps.storage.put.bind(test.deps.storage);
  // The disk fails once, after something was stored.
  let left = 1;
  const failing: TestDeps['deps'] = {
    ...test.deps,
    storage: {
      ...test.deps.storage,
      put: (...given) => {
        left -= 1;
        return left < 0 ? Promise.reject(new Error('disk')) : stored(...given);
      },
    },
  };
  expect((await runHere(failing, manager, jobId)).status).toBe('FAILED');
  expect((await getVersion(test.deps, manager, { versionId })).status).toBe('FAILED');
  await query(test.deps, manager, (t) => t.jobs.reopen(jobId, test.deps.ids.next()));
  expect((await runHere(test.deps, manager, jobId)).status).toBe('SUCCEEDED');
  expect((await getVersion(test.deps, manager, { versionId })).failure).toBeNull();
  await expect(
    query(test.deps, manager, (t) => t.versions.move(versionId, ['READY'], { message: 'other' })),
  ).rejects.toThrow(/never changes/);
  expect(await query(test.deps, manager, (t) => t.blobs.orphanedReferences())).toEqual([]);
});

it('names a file that is lost, and everything else can be used', async () => {
  const other = await addRowsRun(test, manager, { projectId, csv: csv.replace('n0', 'other') });
  const versionId = await commit({ branch: 'lost', scope: 'all', runIds: [runId, other] });
  expect(await checkVersion(test.deps, manager, { versionId })).toMatchObject({ lost: [] });
  const manifest = await manifestOf(versionId);
  const chunk = manifest.runs[1]?.chunks[0];
  await rm(await test.deps.storage.localPath(chunk?.key ?? ''));
  const { lost } = await checkVersion(test.deps, manager, { versionId });
  expect(lost).toEqual([
    {
      part: 'samples',
      sha256: chunk?.sha256,
      why: 'missing',
      run: manifest.runs[1]?.number,
      fromRow: 0,
      toRow: ROWS,
    },
  ]);
  const { samples } = await listSamples(test.deps, manager, { versionId, from: ROWS - 1, limit: 2 });
  expect(samples.map((sample) => sample.values === null)).toEqual([false, true]);
  const before = await commit({ branch: 'lost-before', scope: 'all' });
  const found = await compareVersions(test.deps, manager, { versionId, otherId: before });
  expect(found.samples).toEqual({ added: ROWS, removed: 0, kept: ROWS });
});

it('refuses runs that may not be committed, and foreign ones', async () => {
  const blocked = await addRowsRun(test, manager, { projectId, csv, status: 'BLOCKED' });
  await expect(order({ branch: 'no', runIds: [blocked] })).rejects.toMatchObject({
    code: 'not-ready',
    message: expect.stringContaining('blocked by its gates'),
  });
  const elsewhere = await test.organisation();
  const foreign = await test.project(elsewhere.owner);
  const foreignRun = await addRowsRun(test, elsewhere.owner, { projectId: foreign, csv });
  await expect(order({ branch: 'no', runIds: [foreignRun] })).rejects.toMatchObject({ code: 'not-found' });
  const versionId = await head('main').then((main) => main ?? commit());
  await expect(getVersion(test.deps, elsewhere.owner, { versionId })).rejects.toMatchObject({
    code: 'not-found',
  });
  const { events } = await listEvents(test.deps, manager, { limit: 200, before: null });
  const actions = new Set(events.map((event) => event.action));
  for (const action of ['version.ordered', 'version.committed', 'version-ref.moved', 'version-ref.created']) {
    expect(actions.has(action)).toBe(true);
  }
  const { versions } = await listVersions(test.deps, manager, { projectId, limit: 5, before: null });
  expect(versions).toHaveLength(5);
});
