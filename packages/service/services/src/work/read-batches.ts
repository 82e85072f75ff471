import {
  type BatchKind,
  type BatchStatus,
  batchAssignment,
  batchKind,
  batchSelection,
  batchStatus,
  failureText,
  jobStatus,
  labelModel,
  type SkipReason,
  skipReason,
  type TaskStatus,
  taskStatus,
} from '@assay/contracts';
import type { BatchCounts, BatchNames, BatchOrder, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { routingFor } from '../review/review-routing.ts';
import { type BatchRow, mayIn, requireBatch, seesPace } from './batch-record.ts';
import { forecastOf, measuredProject } from './forecast-batch.ts';

const none: BatchCounts = { open: 0, leased: 0, submitted: 0, skipped: 0, cancelled: 0 };

type Context = {
  counts: ReadonlyMap<string, BatchCounts>;
  names: ReadonlyMap<string, BatchNames>;
  people: ReadonlyMap<string, string>;
};

async function contextOf(t: Repositories, rows: readonly BatchRow[]): Promise<Context> {
  const ids = rows.map((row) => row.id);
  return {
    counts: await t.batches.counts(ids),
    names: await t.batches.names(ids),
    people: await t.members.names(rows.map((row) => row.createdBy)),
  };
}

function viewOf(row: BatchRow, { counts, names, people }: Context) {
  const named = names.get(row.id);
  return {
    id: row.id,
    projectId: row.projectId,
    number: row.number,
    kind: batchKind.parse(row.kind),
    name: row.name,
    description: row.description,
    runId: row.runId,
    labelSchemaVersionId: row.labelSchemaVersionId,
    guidelineId: row.guidelineId,
    investigation: row.investigation,
    overlap: row.overlap,
    priority: row.priority,
    dueAt: row.dueAt,
    assignment: batchAssignment.parse(row.assignment),
    status: batchStatus.parse(row.status),
    samples: row.items,
    tasks: counts.get(row.id) ?? none,
    failure: failureText.nullable().parse(row.failure ?? null),
    createdBy: { userId: row.createdBy, name: people.get(row.createdBy) ?? null },
    run: named?.run ?? null,
    labelSchema: named?.labelSchema ?? null,
    guideline: named?.guideline ?? null,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    revision: row.revision,
  };
}

/** Batches of a project in an order, each with how far it is. */
export function listBatches(
  deps: Deps,
  actor: Actor,
  input: {
    projectId: string;
    status?: BatchStatus | undefined;
    kind?: BatchKind | undefined;
    search?: string | undefined;
    order?: BatchOrder | undefined;
    limit: number;
    before: string | null;
  },
) {
  return query(deps, actor, async (t) => {
    const { projectId, limit, before, order = 'newest', ...filter } = input;
    const rows = await t.batches.list(projectId, filter, order, limit, before);
    const page = rows.slice(0, limit);
    const context = await contextOf(t, page);
    return {
      batches: page.map((row) => viewOf(row, context)),
      next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
    };
  });
}

/** Control tasks of a batch, for who may know of them: those who do its work may not. */
async function controlsOf(t: Repositories, row: BatchRow) {
  return row.controls === null ? { gold: 0, seeded: 0 } : t.controls.counts(row.id);
}

/** How much of a batch goes before an expert at random and what it led to, for who may see what experts look at. */
async function reviewOf(t: Repositories, row: BatchRow) {
  const { random } = await routingFor(t, row.projectId, row.id);
  return { share: random.share, own: row.reviewRate !== null, ...(await t.reviews.drawn(row.id)) };
}

/** One batch with its selection, its people, the job that built it and when it may be done. */
export function getBatch(deps: Deps, actor: Actor, input: { batchId: string }) {
  return query(deps, actor, async (t: Repositories) => {
    const row = await requireBatch(t, input.batchId);
    const view = viewOf(row, await contextOf(t, [row]));
    const people = await t.batches.people(row.id);
    const job = await t.jobs.newestFor(row.id, 'batch.build');
    const { id: batchId, projectId, kind, assignment } = view;
    const leads = await seesPace(t, actor, projectId);
    return {
      ...view,
      selection: batchSelection.parse(row.selection),
      people,
      job: job === null ? null : { id: job.id, status: jobStatus.parse(job.status) },
      labelModel: labelModel.nullable().parse(row.labelModel ?? null),
      reviewRate: row.reviewRate,
      review: (await mayIn(t, actor, projectId, 'review.read')) ? await reviewOf(t, row) : null,
      controls: leads ? await controlsOf(t, row) : null,
      forecast: leads
        ? forecastOf(await measuredProject(t, projectId), {
            batchId,
            kind,
            labelSchemaId: view.labelSchema?.id ?? null,
            people: assignment === 'named' ? people : null,
            tasks: view.tasks.open + view.tasks.leased,
          })
        : null,
    };
  });
}

/** Who did how much of a batch and holds what of it now, whoever is named and has not begun too. */
export function batchWorkers(deps: Deps, actor: Actor, input: { batchId: string }) {
  return query(deps, actor, async (t) => {
    const batch = await requireBatch(t, input.batchId);
    const working = await t.labelling.workers(batch.id);
    const idle = (await t.batches.people(batch.id))
      .filter((personId) => !working.some((each) => each.personId === personId))
      .map((personId) => ({ personId, submitted: 0, skipped: 0, held: 0, medianMs: null, lastAt: null }));
    const all = [...working, ...idle];
    const names = await t.members.names(all.map((each) => each.personId));
    return all
      .map(({ personId, ...rest }) => ({ userId: personId, name: names.get(personId) ?? null, ...rest }))
      .sort((a, b) => b.submitted - a.submitted || (a.name ?? '').localeCompare(b.name ?? ''));
  });
}

/** Tasks of a batch in the order in which they are served, with who has them. */
export function listTasks(
  deps: Deps,
  actor: Actor,
  input: {
    batchId: string;
    status?: TaskStatus | undefined;
    personId?: string | undefined;
    skipReason?: SkipReason | undefined;
    after: { item: number; slot: number } | null;
    limit: number;
  },
) {
  return query(deps, actor, async (t) => {
    await requireBatch(t, input.batchId);
    const { status, personId, skipReason: reason } = input;
    const filter = { status, personId, skipReason: reason };
    const rows = await t.tasks.list(input.batchId, filter, input.after, input.limit);
    const page = rows.slice(0, input.limit);
    const names = await t.members.names(page.flatMap((row) => row.personId ?? []));
    const last = page.at(-1);
    return {
      tasks: page.map((row) => ({
        id: row.id,
        item: row.item,
        slot: row.slot,
        sampleKey: row.sampleKey,
        row: Number(row.row),
        status: taskStatus.parse(row.status),
        personId: row.personId,
        personName: row.personId === null ? null : (names.get(row.personId) ?? null),
        leasedAt: row.leasedAt,
        leaseUntil: row.leaseUntil,
        annotationId: row.annotationId,
        skipReason: skipReason.nullable().parse(row.skipReason),
        skipNote: row.skipNote,
        endedAt: row.endedAt,
      })),
      next: rows.length > input.limit && last !== undefined ? { item: last.item, slot: last.slot } : null,
    };
  });
}
