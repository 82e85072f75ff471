import {
  type Annotation,
  columnSpec,
  type LabelSchema,
  labelSchema,
  type TableManifest,
} from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { createStream, drawNormal, drawUniform } from '@assay/random';
import {
  buildVersion,
  commitDatasetVersion,
  compareVersions,
  createLabelSchema,
  createProject,
  type Deps,
  getVersion,
  keepBlobs,
  rowSampleKey,
  runJob,
  type StoredBlob,
  storeBlob,
} from '@assay/services';
import { tableOf } from '@assay/stats';
import { addOrganisation, withBenchDeps } from './bench-deps.ts';
import type { Figure } from './figure.ts';

const ROWS = 100_000;
const LABELS = 20_000;
/** One in a hundred of the labels. */
const RELABELLED = 200;
const NUMBERS = 8;
const CATEGORIES = 4;
const CONNECTIONS = 4;
/** Answers that one transaction adds. */
const PART = 2000;

const ids = Array.from({ length: 5 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}`);
const [CLASS, SURE, ...CLASSES] = ids as [string, string, string, string, string];

const SCHEMA: LabelSchema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: CLASS,
      name: 'Class',
      labels: CLASSES.map((id, at) => ({ id, name: `Class ${at}` })),
    },
    { kind: 'rating', id: SURE, name: 'How sure', min: 1, max: 5 },
  ],
});

const answer = (at: number): Annotation => ({
  type: 'assay.annotation',
  version: 1,
  answers: {
    [CLASS]: { kind: 'single', label: { labelId: CLASSES[at % CLASSES.length] ?? '', attributes: {} } },
    [SURE]: { kind: 'rating', value: 1 + (at % 5) },
  },
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
});

/**
 * A version of 100,000 rows with 20,000 labels, and one in which one label in a hundred is another: how long both take
 * to commit and to compare, and what the second stores beside the first.
 */
export function versionsBench(): Promise<Figure[]> {
  return withBenchDeps(CONNECTIONS, async ({ deps }) => {
    const owner = await addOrganisation(deps);
    const given = await prepare(deps, owner);
    const first = await commit(deps, owner, given, null);
    await relabel(deps, owner, given);
    const second = await commit(deps, owner, given, first.versionId);
    const start = performance.now();
    const found = await compareVersions(deps, owner, {
      versionId: second.versionId,
      otherId: first.versionId,
    });
    const compared = performance.now() - start;
    const [a, b] = [first, second].map((each) => each.view);
    return [
      { name: 'commit of 100,000 rows with 20,000 labels', value: first.seconds, unit: 's' },
      { name: 'commit of one that relabels 200 of them', value: second.seconds, unit: 's' },
      { name: 'comparison of both', value: compared / 1000, unit: 's' },
      { name: 'labels that changed', value: found.labels.changed, unit: 'labels' },
      { name: 'files of the first', value: Number(a?.bytes) / 1e6, unit: 'MB' },
      { name: 'files of the first beside those of its run', value: Number(a?.newBytes) / 1e6, unit: 'MB' },
      { name: 'stored for the second', value: Number(b?.newBytes) / 1e6, unit: 'MB' },
      {
        name: 'stored for the second, of the first',
        value: (100 * Number(b?.newBytes)) / Number(a?.bytes),
        unit: '%',
      },
      {
        name: 'stored for the second, of what was stored for the first',
        value: (100 * Number(b?.newBytes)) / Number(a?.newBytes),
        unit: '%',
      },
    ];
  });
}

type Given = {
  projectId: string;
  runId: string;
  batchId: string;
  schemaVersionId: string;
  /** By sample: the task, and the answer that stands. */
  answers: { taskId: string; annotationId: string; row: number }[];
};

async function prepare(deps: Deps, owner: Extract<Actor, { kind: 'user' }>): Promise<Given> {
  const { id: projectId } = await createProject(deps, owner, {
    name: 'Bench',
    description: '',
    stakes: 'standard',
  });
  const { versionId: schemaVersionId } = await createLabelSchema(deps, owner, {
    projectId,
    name: 'Bench',
    description: '',
    document: SCHEMA,
  });
  const [runId, batchId] = [deps.ids.next(), deps.ids.next()];
  const { manifest, stored } = await writeRows(deps, owner.orgId);
  await deps.db.transaction(owner, async (t) => {
    await keepBlobs(t, stored, { type: 'run-rows', id: runId });
    await t.runs.create({
      id: runId,
      projectId,
      kind: 'full',
      name: 'Bench',
      seed: 'bench',
      policyRef: 'balanced',
      createdBy: owner.userId,
      manifest,
    });
    await t.runs.move(runId, ['QUEUED'], { status: 'READY' });
    await t.batches.create(
      {
        id: batchId,
        projectId,
        kind: 'label',
        name: 'Bench',
        runId,
        labelSchemaVersionId: schemaVersionId,
        selection: {},
        overlap: 1,
        priority: 1,
        assignment: 'pull',
        createdBy: owner.userId,
      },
      [],
    );
  });
  const rows = Array.from({ length: LABELS }, (_, at) => (at * ROWS) / LABELS);
  for (let first = 0; first < LABELS; first += 5000) {
    const samples = rows.slice(first, first + 5000).map((row) => ({ row, key: rowSampleKey(runId, row) }));
    await deps.db.transaction(owner, (t) => t.batches.addTasks(batchId, 1, first, samples));
  }
  const tasks = await deps.db.transaction(owner, (t) => t.tasks.list(batchId, {}, null, LABELS));
  const answers = tasks.slice(0, LABELS).map((task) => ({
    taskId: task.id,
    annotationId: deps.ids.next(),
    row: Number(task.row),
  }));
  const made = { projectId, runId, batchId, schemaVersionId, answers };
  await annotate(
    deps,
    owner,
    made,
    answers.map((each, at) => ({ ...each, supersedes: null, at })),
  );
  return made;
}

async function annotate(
  deps: Deps,
  owner: Extract<Actor, { kind: 'user' }>,
  given: Given,
  list: readonly {
    taskId: string;
    annotationId: string;
    row: number;
    supersedes: string | null;
    at: number;
  }[],
): Promise<void> {
  for (let first = 0; first < list.length; first += PART) {
    await deps.db.transaction(owner, async (t) => {
      for (const each of list.slice(first, first + PART)) {
        const task = {
          id: each.taskId,
          projectId: given.projectId,
          batchId: given.batchId,
          item: each.at,
          sampleKey: rowSampleKey(given.runId, each.row),
          labelSchemaVersionId: given.schemaVersionId,
          guidelineId: null,
        };
        await t.tasks.annotate({
          id: each.annotationId,
          task: task as Parameters<typeof t.tasks.annotate>[0]['task'],
          authorId: owner.userId,
          supersedes: each.supersedes,
          toolVersion: 'bench',
          activeMs: 900,
          payload: answer(each.row + (each.supersedes === null ? 0 : 1)),
        });
      }
    });
  }
}

/** Says something else of one label in a hundred, spread over all of them. */
async function relabel(deps: Deps, owner: Extract<Actor, { kind: 'user' }>, given: Given): Promise<void> {
  const step = Math.floor(LABELS / RELABELLED);
  const changed = given.answers.flatMap((each, at) =>
    at % step === 0 ? [{ ...each, supersedes: each.annotationId, annotationId: deps.ids.next(), at }] : [],
  );
  await annotate(deps, owner, given, changed);
}

async function writeRows(
  deps: Deps,
  orgId: string,
): Promise<{ manifest: TableManifest; stored: StoredBlob[] }> {
  const spec = (index: number, name: string, number: boolean) =>
    columnSpec.parse({
      index,
      name,
      sourceName: name,
      type: number ? 'decimal' : 'category',
      physical: number ? 'DOUBLE' : 'VARCHAR',
      role: 'feature',
      parse: {},
      label: '',
      unit: null,
      meaning: null,
      allowedValues: null,
    });
  const numbers = Array.from({ length: NUMBERS }, (_, at) => `number_${at}`);
  const categories = Array.from({ length: CATEGORIES }, (_, at) => `category_${at}`);
  const columns = [...numbers, ...categories].map((name, at) => spec(at, name, at < NUMBERS));
  const stored: StoredBlob[] = [];
  const chunks = await deps.tables.write({
    table: tableOf([
      ...numbers.map((name) => {
        const draws = createStream('versions', name);
        // Two decimals, as prices and measures have them.
        const values = Float64Array.from(
          { length: ROWS },
          (_, row) => Math.round(drawNormal(draws, row) * 100) / 100,
        );
        return { kind: 'number' as const, name, scale: 'decimal' as const, values };
      }),
      ...categories.map((name) => {
        const draws = createStream('versions', name);
        const codes = Int32Array.from({ length: ROWS }, (_, row) => Math.floor(drawUniform(draws, row) * 12));
        const levels = Array.from({ length: 12 }, (_, level) => `level ${level}`);
        return { kind: 'category' as const, name, codes, levels };
      }),
    ]),
    columns,
    rowStart: 0,
    workDir: deps.workDir,
    signal: new AbortController().signal,
    putChunk: async (file, rows, rowStart) => {
      const blob = await storeBlob(deps, orgId, { kind: 'chunk', source: { file } });
      stored.push(blob);
      return { sha256: blob.sha256, key: blob.key, bytes: blob.bytes, rows, rowStart };
    },
  });
  return { manifest: { type: 'assay.table-manifest', version: 1, columns, rows: ROWS, chunks }, stored };
}

async function commit(deps: Deps, owner: Actor, given: Given, parentId: string | null) {
  const start = performance.now();
  const { versionId, jobId } = await commitDatasetVersion(deps, owner, {
    projectId: given.projectId,
    runIds: [given.runId],
    scope: 'all',
    method: 'majority',
    message: '',
    branch: 'main',
    parentId,
  });
  await runJob(deps, 'version.build', (run) => buildVersion(deps, run), {
    orgId: owner.orgId,
    jobId,
    lastAttempt: true,
    signal: new AbortController().signal,
  });
  const seconds = (performance.now() - start) / 1000;
  const view = await getVersion(deps, owner, { versionId });
  if (view.status !== 'READY') throw new Error(`The version was not made: ${JSON.stringify(view.failure)}`);
  return { versionId, seconds, view };
}
