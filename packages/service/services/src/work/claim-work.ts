import {
  annotation,
  type BatchKind,
  batchKind,
  type ColumnSpec,
  type ImportedProposal,
  type LabelSchema,
  type RowLikelihood,
  rowLikelihood,
} from '@assay/contracts';
import type { Repositories, TaskRow } from '@assay/db';
import {
  type Actor,
  checkAnnotation,
  type Draft,
  emptyDraft,
  framesColumn,
  imageColumn,
  withoutRemarks,
} from '@assay/domain';
import type { CellValue } from '@assay/tables';
import { blindCells } from '../blind/blind-cells.ts';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { shownPyramid } from '../images/shown-pyramid.ts';
import { LEFT_OPEN } from '../label-imports/check-import.ts';
import { withTable } from '../sources/version-table.ts';
import { type BatchDocuments, documentsOf } from './batch-documents.ts';
import { type BatchRow, requireBatch } from './batch-record.ts';
import { claimTasks } from './claim-tasks.ts';
import { controlCells } from './control-record.ts';
import { draftOf } from './save-draft.ts';

/** A picture as the workbench needs to know it; its pixels come by routes of their own. */
export type WorkPicture = {
  id: string;
  path: string;
  width: number;
  height: number;
  /** Of a sequence; null of a single picture. */
  frames: number | null;
  pyramid: {
    tileSize: number;
    levels: { width: number; height: number; columns: number; rows: number }[];
  } | null;
};

/** What is needed to answer a task, besides what it is held under. */
export type ServedTask = {
  id: string;
  batchId: string;
  item: number;
  row: number;
  /** In the order of the batch's columns. */
  cells: CellValue[];
  /** What the batch's model says of the label that came with the row. */
  likelihood: RowLikelihood | null;
  /** What an import of prelabels proposes; null where only the row itself does. */
  proposal: ImportedProposal | null;
  draft: Draft;
  /** What is looked at, where rows are pictures. */
  picture: WorkPicture | null;
};

export type WorkBatch = {
  id: string;
  number: number;
  name: string;
  description: string;
  kind: BatchKind;
  runId: string;
  guidelineId: string | null;
  /** Null of a blind test. */
  labelSchemaVersionId: string | null;
  schema: LabelSchema;
  columns: ColumnSpec[];
  samples: number;
  /** Does an import of prelabels propose answers, and not the rows themselves? */
  prelabels: boolean;
};

export type Work = {
  tasks: (ServedTask & { leaseId: string; leaseUntil: Date })[];
  batches: WorkBatch[];
};

/** Claims as `claimTasks`, and brings what is needed to answer: samples, drafts, label schemas. */
export async function claimWork(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; batchId: string | null; want: number; grid?: boolean },
): Promise<Work> {
  const personId = requirePerson(actor);
  const held = await claimTasks(deps, actor, input);
  const work: Work = { tasks: [], batches: [] };
  let stopped = false;
  for (const batchId of new Set(held.map((task) => task.batchId))) {
    const tasks = held.filter((task) => task.batchId === batchId);
    const served = await serveTasks(deps, actor, { batchId, tasks, personId });
    // Its rows may not be shown any more: nothing of it is served.
    if (served === null) {
      stopped = true;
      continue;
    }
    work.batches.push(served.batch);
    for (const [i, { leaseId, leaseUntil }] of tasks.entries()) {
      const task = served.tasks[i];
      if (leaseId === null || leaseUntil === null || task === undefined) continue;
      work.tasks.push({ ...task, leaseId, leaseUntil });
    }
  }
  // What was held of it went back: something else may wait.
  return stopped && work.tasks.length === 0 && input.batchId === null ? claimWork(deps, actor, input) : work;
}

/** Everything that is needed to answer tasks of one batch, in their order; null where its rows may not be shown. */
export async function serveTasks(
  deps: Deps,
  actor: Actor,
  { batchId, tasks, personId }: { batchId: string; tasks: readonly TaskRow[]; personId: string },
): Promise<{ batch: WorkBatch; tasks: ServedTask[] } | null> {
  const { batch, documents, drafts, controls, proposals, pictures } = await query(deps, actor, async (t) => ({
    ...(await batchWithProposals(t, batchId, tasks)),
    controls: await controlCells(t, tasks),
    pictures: await picturesOf(t, batchId, tasks, personId),
    drafts: await draftsOf(t, batchId, tasks, personId),
  }));
  const { schema, manifest, columns } = documents;
  const cells =
    batch.kind === 'blind'
      ? await blindCells(deps, actor, batch, tasks)
      : await withTable(deps, manifest, (reader) =>
          Promise.all(
            tasks.map(async (task) => controls.get(task.item) ?? (await reader.row(task.row)) ?? []),
          ),
        );
  if (cells === null) return null;
  return {
    batch: { ...aboutBatch(batch), schema, columns: [...columns] },
    tasks: tasks.map((task, i) => ({
      ...aboutTask(task),
      cells: cells[i] ?? [],
      proposal: proposals.get(task.row) ?? null,
      draft: drafts[i] ?? emptyDraft,
      picture: pictures.get(task.id) ?? null,
    })),
  };
}

async function batchWithProposals(t: Repositories, batchId: string, tasks: readonly TaskRow[]) {
  const batch = await requireBatch(t, batchId);
  const documents = await documentsOf(t, batchId);
  return { batch, documents, proposals: await proposalsOf(t, batch, documents, tasks) };
}

async function draftsOf(t: Repositories, batchId: string, tasks: readonly TaskRow[], personId: string) {
  const { labelSchemaVersionId } = await requireBatch(t, batchId);
  return Promise.all(
    tasks.map((task) => draftOf(t, { batchId, item: task.item, personId }, labelSchemaVersionId)),
  );
}

/** The picture of each task, where the batch is of pictures. */
async function picturesOf(
  t: Repositories,
  batchId: string,
  tasks: readonly TaskRow[],
  personId: string,
): Promise<ReadonlyMap<string, WorkPicture>> {
  const { columns } = await documentsOf(t, batchId);
  if (imageColumn(columns) === null) return new Map();
  const ids = tasks.map(({ id }) => id);
  const found = await t.images.ofTasks(ids, personId);
  const counts = framesColumn(columns) === null ? [] : await t.images.frameCounts(ids, personId);
  const frames = new Map(counts.map((each) => [each.taskId, each.frames]));
  return new Map(
    found.map(({ taskId, id, path, width, height, pyramid }) => [
      taskId,
      {
        ...{ id, path, width, height, pyramid: shownPyramid(pyramid) },
        frames: frames.get(taskId) || null,
      },
    ]),
  );
}

/** What prelabels say of some rows of a batch, by row. */
export async function proposalsOf(
  t: Repositories,
  { prelabelImportId }: BatchRow,
  { schema, manifest }: BatchDocuments,
  tasks: readonly Pick<TaskRow, 'row'>[],
): Promise<ReadonlyMap<number, ImportedProposal>> {
  if (prelabelImportId === null) return new Map();
  const names = manifest.columns.map(({ name }) => name);
  const found = await t.labelImports.proposals(
    prelabelImportId,
    tasks.map(({ row }) => row),
  );
  return new Map(
    found.map(({ row, source, confidence, payload }) => {
      const said = annotation.parse(payload);
      // Another version of the label schema may not offer what was proposed.
      const refused = new Set(
        checkAnnotation(schema, said, names).flatMap(({ code, questionId }) =>
          LEFT_OPEN.has(code) ? [] : (questionId ?? []),
        ),
      );
      const offered = Object.fromEntries(Object.entries(said.answers).filter(([id]) => !refused.has(id)));
      // Whoever goes on from it flags for themselves.
      const answers = withoutRemarks(offered);
      return [row, { answers, source, confidence }];
    }),
  );
}

/** Not the sample's key: a control task has one of its own, by which it could be told. */
function aboutTask({ id, batchId, item, row, likelihood }: TaskRow) {
  return {
    id,
    batchId,
    item,
    row,
    likelihood: rowLikelihood.nullable().parse(likelihood ?? null),
  };
}

function aboutBatch(batch: BatchRow) {
  const { id, number, name, description, runId, guidelineId, labelSchemaVersionId, items } = batch;
  const kind = batchKind.parse(batch.kind);
  return {
    id,
    number,
    name,
    description,
    kind,
    runId,
    guidelineId,
    labelSchemaVersionId,
    samples: items,
    prelabels: batch.prelabelImportId !== null,
  };
}
