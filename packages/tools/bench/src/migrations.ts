import { type Annotation, type LabelSchema, labelSchema, type MigrationOperation } from '@assay/contracts';
import { createDb } from '@assay/db';
import {
  type Deps,
  getLabelSchema,
  getLabelSchemaVersion,
  labellingNumbers,
  migrateLabelSchema,
  planLabelSchemaMigration,
  undoLabelSchemaMigration,
} from '@assay/services';
import { withBenchDeps } from './bench-deps.ts';
import { addLabellingProject, addOpenBatch, type BenchProject } from './bench-work.ts';
import type { Figure } from './figure.ts';
import { quantile } from './quantile.ts';

const ANNOTATIONS = 1_000_000;
const BATCHES = 10;
const PEOPLE = 50;
const CONNECTIONS = 4;
/** Renames, each with its undo. */
const TRIES = 20;

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [PARTS, CAR, VAN] = [id(1), id(11), id(12)];
const SCHEMA: LabelSchema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'row',
  questions: [
    {
      kind: 'single',
      id: PARTS,
      name: 'Which is it?',
      labels: [
        { id: CAR, name: 'Car', attributes: [{ kind: 'boolean', id: id(111), name: 'Parked' }] },
        { id: VAN, name: 'Van' },
      ],
    },
  ],
});
const ANSWER: Annotation = {
  type: 'assay.annotation',
  version: 1,
  answers: { [PARTS]: { kind: 'single', label: { labelId: CAR, attributes: { [id(111)]: true } } } },
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
};

const ANSWER_TASKS = `
  UPDATE task SET status = 'SUBMITTED', annotation_id = gen_random_uuid(),
                  person_id = ($2::uuid[])[1 + item % $3::int], ended_at = now()
  WHERE batch_id = $1::uuid`;
const ADD_ANNOTATIONS = `
  INSERT INTO annotation (id, org_id, project_id, batch_id, task_id, item, sample_key, author_id,
                          label_schema_version_id, tool_version, active_ms, payload, created_at)
  SELECT t.annotation_id, t.org_id, b.project_id, b.id, t.id, t.item, t.sample_key, t.person_id,
         b.label_schema_version_id, 'bench', 1000, $2::jsonb, t.ended_at
  FROM task t JOIN batch b ON b.org_id = t.org_id AND b.id = t.batch_id WHERE t.batch_id = $1::uuid`;

/** A label that every one of a million annotations gives, renamed and named back again; and what is asked before it. */
export function migrationsBench(): Promise<Figure[]> {
  return withBenchDeps(CONNECTIONS, async ({ deps, ownerUrl }) => {
    const project = await prepare(deps, ownerUrl);
    const { manager, versionId } = project;
    const { labelSchemaId } = await getLabelSchemaVersion(deps, manager, { labelSchemaVersionId: versionId });
    const [renames, undos]: [number[], number[]] = [[], []];
    for (let at = 0; at < TRIES; at += 1) {
      const name = `Passenger car ${at}`;
      const renamed = await timed(renames, () =>
        apply(deps, project, labelSchemaId, [{ kind: 'rename', id: CAR, name }]),
      );
      await requireNamed(deps, project, labelSchemaId, name);
      await timed(undos, () => undo(deps, project, labelSchemaId, renamed.migrationId));
    }
    await requireNamed(deps, project, labelSchemaId, 'Car');
    const merge: MigrationOperation[] = [{ kind: 'merge', from: [CAR], into: VAN }];
    const [dryRuns, merges, counts]: [number[], number[], number[]] = [[], [], []];
    const plan = await timed(dryRuns, () =>
      planLabelSchemaMigration(deps, manager, { labelSchemaId, operations: merge }),
    );
    if (plan.operations[0]?.annotations !== ANNOTATIONS) throw new Error('The dry run miscounts.');
    await timed(merges, () => apply(deps, project, labelSchemaId, merge));
    const seen = await timed(counts, () => numbersOf(deps, project));
    if (seen !== ANNOTATIONS) throw new Error('What was merged is not read as what it became.');
    const name = 'rename a label of 1,000,000 annotations';
    const figure = (what: string, times: number[], q: number): Figure => ({
      name: what,
      value:
        quantile(
          times.sort((a, b) => a - b),
          q,
        ) / 1000,
      unit: 's',
    });
    return [
      figure(`${name}, p50`, renames, 0.5),
      figure(`${name}, p95`, renames, 0.95),
      figure(`${name}, undone, p50`, undos, 0.5),
      figure(`${name}, undone, p95`, undos, 0.95),
      figure('dry run that counts 1,000,000 annotations', dryRuns, 0.5),
      figure('merge a label of 1,000,000 annotations into another', merges, 0.5),
      figure('count 1,000,000 annotations by label, read as merged', counts, 0.5),
    ];
  });
}

async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  times.push(performance.now() - began);
  return result;
}

async function apply(
  deps: Deps,
  { manager }: BenchProject,
  labelSchemaId: string,
  operations: readonly MigrationOperation[],
) {
  const { revision } = await getLabelSchema(deps, manager, { labelSchemaId });
  return migrateLabelSchema(deps, manager, { labelSchemaId, revision, operations, note: '' });
}

async function undo(deps: Deps, { manager }: BenchProject, labelSchemaId: string, migrationId: string) {
  const { revision } = await getLabelSchema(deps, manager, { labelSchemaId });
  return undoLabelSchemaMigration(deps, manager, { labelSchemaId, migrationId, revision });
}

async function requireNamed(
  deps: Deps,
  { manager }: BenchProject,
  labelSchemaId: string,
  name: string,
): Promise<void> {
  const { document } = await getLabelSchema(deps, manager, { labelSchemaId });
  const [question] = document.questions;
  if (question?.kind !== 'single' || question.labels.find((label) => label.id === CAR)?.name !== name) {
    throw new Error(`The label is not called ${name}.`);
  }
}

/** How many annotations give the label that the others became. */
async function numbersOf(deps: Deps, { manager, projectId }: BenchProject): Promise<number> {
  const asked = { projectId, batchId: null, personId: null, days: null, timeZone: 'UTC' };
  const { labels } = await labellingNumbers(deps, manager, asked);
  return labels.find((each) => each.labelId === VAN)?.answers ?? 0;
}

async function prepare(deps: Deps, ownerUrl: string): Promise<BenchProject> {
  const project = await addLabellingProject(deps, { people: PEOPLE, schema: SCHEMA });
  const owner = createDb({ appUrl: ownerUrl, systemUrl: ownerUrl, poolSize: 1 });
  const people = project.people.map((person) => person.userId);
  try {
    for (let at = 0; at < BATCHES; at += 1) {
      const batchId = await addOpenBatch(deps, project, { samples: ANNOTATIONS / BATCHES, overlap: 1 });
      // Written behind the application, which would take hours for it.
      await owner.identity.$executeRawUnsafe(ANSWER_TASKS, batchId, people, people.length);
      await owner.identity.$executeRawUnsafe(ADD_ANNOTATIONS, batchId, JSON.stringify(ANSWER));
    }
    await owner.identity.$executeRawUnsafe('ANALYZE task, annotation');
  } finally {
    await owner.close();
  }
  return project;
}
