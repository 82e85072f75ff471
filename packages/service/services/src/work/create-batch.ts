import {
  type AskedBatchKind,
  AssayError,
  type BatchAssignment,
  type BatchControls,
  type BatchSelection,
  type LabelSchema,
  type RunStatus,
  type TableManifest,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, checkLabelSchema, imageColumn, validatePredicate } from '@assay/domain';
import { type CommandContext, command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireGuideline } from '../guidelines/guideline-record.ts';
import { requireLabelSchemaVersionOf } from '../label-schemas/label-schema-record.ts';
import { requireRows, requireRunOf, statusOf } from '../runs/run-record.ts';
import { asJson } from '../sources/source-record.ts';
import { asksLikelihood, proposedQuestion } from './batch-likelihoods.ts';
import { requireWorkers } from './batch-record.ts';

export type CreateBatch = {
  projectId: string;
  kind: AskedBatchKind;
  name: string;
  description: string;
  runId: string;
  labelSchemaVersionId: string;
  guidelineId: string | null;
  investigation: boolean;
  selection: BatchSelection;
  overlap: number;
  /** Of each thousand samples of each person; null is what the rules of review say. */
  reviewRate?: number | null;
  priority: number;
  dueAt: Date | null;
  assignment: BatchAssignment;
  people: readonly string[];
  controls: BatchControls;
  /** The import that proposes answers; null where only the rows themselves do. */
  prelabelImportId?: string | null;
};

/** What a run must be for its rows to be labelled: judged and found good, or looked into because it was not. */
export function refuseRun(number: number, status: RunStatus, investigation: boolean): void {
  if (status === 'BLOCKED' && !investigation) {
    throw new AssayError('not-ready', `Run ${number} was blocked by its gates.`, {
      field: 'runId',
      kept: 'No batch was made.',
      next: 'Choose a run that passed, or make this an investigation, which goes into no version.',
    });
  }
  if (status === 'GENERATED' || status === 'VALIDATING') {
    throw new AssayError('not-ready', `Run ${number} has not been judged yet.`, {
      field: 'runId',
      kept: 'No batch was made.',
      next: 'Wait for its report.',
    });
  }
}

/** Fails for a version that was migrated: answers under it are read as the later one has them. */
async function refuseMigrated(
  t: Repositories,
  { id, number }: { id: string; number: number },
): Promise<void> {
  await t.labelSchemas.hold(id);
  if ((await t.labelMigrations.presentVersion(id)) === null) return;
  throw new AssayError('conflict', `Version ${number} of this label schema was migrated to a later one.`, {
    field: 'labelSchemaVersionId',
    kept: 'No batch was made.',
    next: 'Choose its newest version.',
  });
}

/** A label schema that says what people can answer of these rows. */
function refuseSchema(document: LabelSchema, manifest: TableManifest): void {
  const columns = manifest.columns.map((column) => column.name);
  if (document.subject === 'image' && imageColumn(manifest.columns) === null) {
    throw new AssayError('bad-input', 'The label schema is about images, and these are rows of a table.', {
      field: 'labelSchemaVersionId',
      kept: 'No batch was made.',
      next: 'Choose a run of pictures, or a label schema about rows.',
    });
  }
  const problem = checkLabelSchema(document, columns).find((each) => each.severity === 'error');
  if (problem === undefined) return;
  throw new AssayError('bad-input', `The label schema cannot be used for these rows: ${problem.message}`, {
    field: 'labelSchemaVersionId',
    kept: 'No batch was made.',
    ...(problem.next === null ? {} : { next: problem.next }),
  });
}

function hasControls({ gold, seeded }: BatchControls): boolean {
  return gold + seeded > 0;
}

/** Prelabels that can be shown in a batch: of its rows, answers to its questions. */
async function refusePrelabels(
  t: Repositories,
  { prelabelImportId = null, projectId, runId, selection }: CreateBatch,
  labelSchemaId: string,
): Promise<void> {
  if (prelabelImportId === null) return;
  const found = await t.labelImports.get(prelabelImportId);
  if (found === null || found.projectId !== projectId || found.use !== 'prelabels') {
    throw new AssayError('not-found', 'There is no such import of prelabels in this project.', {
      field: 'prelabelImportId',
    });
  }
  const version = await t.labelSchemas.version(found.labelSchemaVersionId);
  if (found.status !== 'DONE' || found.runId !== runId || version?.labelSchemaId !== labelSchemaId) {
    throw new AssayError('bad-input', `Import ${found.number} proposes nothing for this batch.`, {
      field: 'prelabelImportId',
      kept: 'No batch was made.',
      next: 'Choose one that was taken, of the same run and the same label schema.',
    });
  }
  if (asksLikelihood(selection)) {
    throw new AssayError(
      'bad-input',
      'How likely a label is can be said of labels that came with the rows only.',
      {
        field: 'prelabelImportId',
        kept: 'No batch was made.',
        next: 'Leave out the prelabels, or do not ask how likely the labels of the rows are.',
      },
    );
  }
}

/** Makes a batch of rows of a run; a job chooses them, and the batch opens when they are all there. */
export async function createBatch(
  deps: Deps,
  actor: Actor,
  input: CreateBatch,
): Promise<{ batchId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const name = requireName(input.name, 'A batch');
  const { selection, projectId } = input;
  if (selection.size !== null && selection.quota !== null) {
    throw new AssayError('bad-input', 'A batch has a size or a quota, not both.', {
      field: 'selection.quota',
      next: 'Leave one of them out.',
    });
  }
  if (input.assignment === 'named' && input.people.length < input.overlap) {
    throw new AssayError(
      'bad-input',
      `Each sample is for ${input.overlap} people, and ${input.people.length} are named.`,
      { field: 'people', next: 'Name more people, or lower the overlap.' },
    );
  }
  const batchId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const run = await requireRunOf(t, projectId, input.runId);
    const manifest = requireRows(run);
    refuseRun(run.number, statusOf(run), input.investigation);
    const problem = validatePredicate(selection.where, manifest.columns)[0];
    if (problem !== undefined) {
      throw new AssayError('bad-input', problem.message, { field: 'selection.where' });
    }
    const { quota } = selection;
    if (quota !== null && !manifest.columns.some((column) => column.name === quota.column)) {
      throw new AssayError('bad-input', `Run ${run.number} has no column "${quota.column}".`, {
        field: 'selection.quota.column',
      });
    }
    const schema = await requireLabelSchemaVersionOf(t, projectId, input.labelSchemaVersionId);
    await refuseMigrated(t, schema.row);
    refuseSchema(schema.document, manifest);
    if (schema.document.subject === 'image' && input.controls.seeded > 0) {
      throw new AssayError('bad-input', 'Faults are planted in cells, and these are pictures.', {
        field: 'controls.seeded',
        kept: 'No batch was made.',
        next: 'Leave planted faults out.',
      });
    }
    await refusePrelabels(t, input, schema.parent.id);
    if (asksLikelihood(selection) && proposedQuestion(schema.document, manifest) === null) {
      throw new AssayError('bad-input', 'No question of this label schema corrects a column by one label.', {
        field: selection.order === 'suspects' ? 'selection.order' : 'selection.likelihood',
        kept: 'No batch was made.',
        next: 'Choose another label schema, or do not ask how likely the labels of the rows are.',
      });
    }
    if (input.guidelineId !== null) {
      const guideline = await requireGuideline(t, input.guidelineId);
      if (guideline.projectId !== projectId) {
        throw new AssayError('not-found', 'There is no such guideline in this project.', {
          field: 'guidelineId',
        });
      }
    }
    const people = input.assignment === 'named' ? [...new Set(input.people)] : [];
    await requireWorkers(t, projectId, people);
    await t.batches.create(
      {
        id: batchId,
        projectId,
        kind: input.kind,
        name,
        description: input.description,
        runId: run.id,
        labelSchemaVersionId: input.labelSchemaVersionId,
        guidelineId: input.guidelineId,
        investigation: input.investigation,
        selection: asJson(selection),
        ...(hasControls(input.controls) ? { controls: asJson(input.controls) } : {}),
        prelabelImportId: input.prelabelImportId ?? null,
        overlap: input.overlap,
        reviewRate: input.reviewRate ?? null,
        priority: input.priority,
        dueAt: input.dueAt,
        assignment: input.assignment,
        createdBy,
      },
      people,
    );
    const jobId = await orderBuild({ order }, { id: batchId, projectId });
    await record({
      action: 'batch.created',
      object: { type: 'batch', id: batchId },
      projectId,
      details: {
        name,
        kind: input.kind,
        run: run.id,
        overlap: input.overlap,
        reviewRate: input.reviewRate ?? null,
        selection: asJson(selection) as never,
        controls: hasControls(input.controls) ? (asJson(input.controls) as never) : null,
        assignment: input.assignment,
        people,
        labelSchemaVersion: input.labelSchemaVersionId,
        guideline: input.guidelineId,
        investigation: input.investigation,
        prelabels: input.prelabelImportId ?? null,
      },
      alsoTouched: [
        { type: 'run', id: run.id },
        { type: 'job', id: jobId },
      ],
    });
    return { batchId, jobId };
  });
}

/** Orders the job that chooses the samples of a batch and opens it. */
export function orderBuild(
  { order }: Pick<CommandContext, 'order'>,
  batch: { id: string; projectId: string },
): Promise<string> {
  return order({
    kind: 'batch.build',
    payload: { batchId: batch.id },
    subject: { type: 'batch', id: batch.id },
    projectId: batch.projectId,
  });
}
