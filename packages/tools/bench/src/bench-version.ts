import {
  type Annotation,
  columnSpec,
  type LabelSchema,
  labelSchema,
  type TableManifest,
} from '@assay/contracts';
import { createDb } from '@assay/db';
import type { Actor } from '@assay/domain';
import { createStream, drawNormal, drawUniform } from '@assay/random';
import {
  buildVersion,
  commitDatasetVersion,
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

const NUMBERS = 8;
const CATEGORIES = 4;
/** Answers that one statement adds. */
const PART = 2000;
const TASKS_AT_ONCE = 5000;

type Owner = Extract<Actor, { kind: 'user' }>;

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

export type GivenVersion = {
  projectId: string;
  runId: string;
  batchId: string;
  schemaVersionId: string;
  /** By sample: the task, and the answer that stands. */
  answers: { taskId: string; annotationId: string; row: number }[];
};

/** A project with a run of so many rows of 12 columns, of which so many, spread evenly, have an answer. */
export async function rowsWithLabels(
  deps: Deps,
  ownerUrl: string,
  owner: Owner,
  of: { rows: number; labels: number },
): Promise<GivenVersion> {
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
  const { manifest, stored } = await writeRows(deps, owner.orgId, of.rows);
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
  const rows = Array.from({ length: of.labels }, (_, at) => Math.floor((at * of.rows) / of.labels));
  for (let first = 0; first < of.labels; first += TASKS_AT_ONCE) {
    const samples = rows
      .slice(first, first + TASKS_AT_ONCE)
      .map((row) => ({ row, key: rowSampleKey(runId, row), control: null, likelihood: null }));
    await deps.db.transaction(owner, (t) => t.batches.addTasks(batchId, 1, first, samples));
  }
  const tasks = await deps.db.transaction(owner, (t) => t.tasks.list(batchId, {}, null, of.labels));
  const answers = tasks.slice(0, of.labels).map((task) => ({
    taskId: task.id,
    annotationId: deps.ids.next(),
    row: Number(task.row),
  }));
  const made = { projectId, runId, batchId, schemaVersionId, answers };
  await annotate(
    ownerUrl,
    owner,
    made,
    answers.map((each, at) => ({ ...each, supersedes: null, at })),
  );
  return made;
}

const ADD_ANSWERS = `
  INSERT INTO annotation (id, org_id, project_id, batch_id, task_id, item, sample_key, author_id,
                          label_schema_version_id, supersedes, tool_version, active_ms, payload)
  SELECT a.id, $1::uuid, $2::uuid, $3::uuid, a.task_id, a.item, a.sample_key, $4::uuid, $5::uuid,
         nullif(a.supersedes, '')::uuid, 'bench', 900, a.payload::jsonb
  FROM unnest($6::uuid[], $7::uuid[], $8::int[], $9::uuid[], $10::text[], $11::text[])
    AS a (id, task_id, item, sample_key, supersedes, payload)`;

/** Answers, written behind the application, which would take minutes for them. */
export async function annotate(
  ownerUrl: string,
  owner: Owner,
  given: GivenVersion,
  list: readonly {
    taskId: string;
    annotationId: string;
    row: number;
    supersedes: string | null;
    at: number;
  }[],
): Promise<void> {
  const behind = createDb({ appUrl: ownerUrl, systemUrl: ownerUrl, poolSize: 1 });
  try {
    for (let first = 0; first < list.length; first += PART) {
      const part = list.slice(first, first + PART);
      await behind.identity.$executeRawUnsafe(
        ADD_ANSWERS,
        owner.orgId,
        given.projectId,
        given.batchId,
        owner.userId,
        given.schemaVersionId,
        part.map((each) => each.annotationId),
        part.map((each) => each.taskId),
        part.map((each) => each.at),
        part.map((each) => rowSampleKey(given.runId, each.row)),
        part.map((each) => each.supersedes ?? ''),
        part.map((each) => JSON.stringify(answer(each.row + (each.supersedes === null ? 0 : 1)))),
      );
    }
  } finally {
    await behind.close();
  }
}

async function writeRows(
  deps: Deps,
  orgId: string,
  rows: number,
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
          { length: rows },
          (_, row) => Math.round(drawNormal(draws, row) * 100) / 100,
        );
        return { kind: 'number' as const, name, scale: 'decimal' as const, values };
      }),
      ...categories.map((name) => {
        const draws = createStream('versions', name);
        const codes = Int32Array.from({ length: rows }, (_, row) => Math.floor(drawUniform(draws, row) * 12));
        const levels = Array.from({ length: 12 }, (_, level) => `level ${level}`);
        return { kind: 'category' as const, name, codes, levels };
      }),
    ]),
    columns,
    rowStart: 0,
    workDir: deps.workDir,
    signal: new AbortController().signal,
    putChunk: async (file, chunkRows, rowStart) => {
      const blob = await storeBlob(deps, orgId, { kind: 'chunk', source: { file } });
      stored.push(blob);
      return { sha256: blob.sha256, key: blob.key, bytes: blob.bytes, rows: chunkRows, rowStart };
    },
  });
  return { manifest: { type: 'assay.table-manifest', version: 1, columns, rows, chunks }, stored };
}

/** Commits all rows with their labels, and waits for it. */
export async function commitVersion(deps: Deps, owner: Actor, given: GivenVersion, parentId: string | null) {
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
