import {
  AssayError,
  type ImageSide,
  imageComparison,
  imageSide,
  jobStatus,
  notFound,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { asJson } from '../sources/source-record.ts';

type Row = NonNullable<Awaited<ReturnType<Repositories['imageSets']['comparison']>>>;

export async function requireImageComparison(t: Repositories, comparisonId: string): Promise<Row> {
  const row = await t.imageSets.comparison(comparisonId);
  if (row === null) throw notFound('comparison of pictures');
  return row;
}

/** A side names an import or a run of this project, if it names one. */
async function requireSide(
  t: Repositories,
  projectId: string,
  side: ImageSide,
  field: 'real' | 'made',
): Promise<void> {
  const [from, run] = [
    side.importId === null ? null : await t.imageImports.get(side.importId),
    side.runId === null ? null : await t.runs.get(side.runId),
  ];
  if (
    (side.importId !== null && from?.projectId !== projectId) ||
    (side.runId !== null && run?.projectId !== projectId)
  ) {
    throw new AssayError('not-found', 'There is no such import or run in this project.', { field });
  }
  if ((await t.imageSets.count(projectId, side)) > 0) return;
  throw new AssayError('bad-input', 'There are no such pictures in this project.', {
    field,
    kept: 'Nothing was compared.',
    next: field === 'real' ? 'Import pictures taken of the world first.' : 'Import made pictures first.',
  });
}

/** Orders the comparison of two sets of pictures of a project. */
export function orderImageComparison(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; real: ImageSide; made: ImageSide },
): Promise<{ comparisonId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const comparisonId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const { projectId, real, made } = input;
    await requireSide(t, projectId, real, 'real');
    await requireSide(t, projectId, made, 'made');
    await t.imageSets.create({
      id: comparisonId,
      projectId,
      real: asJson(real),
      made: asJson(made),
      createdBy,
    });
    const subject = { type: 'imageComparison', id: comparisonId };
    const jobId = await order({ kind: 'image.compare', payload: { comparisonId }, subject, projectId });
    await record({
      action: 'image-comparison.ordered',
      object: subject,
      projectId,
      details: { real: asJson(real) as never, made: asJson(made) as never },
      alsoTouched: [{ type: 'job', id: jobId }],
    });
    return { comparisonId, jobId };
  });
}

async function viewOf(t: Repositories, row: Row) {
  const job = await t.jobs.newestFor(row.id);
  const sideOf = async (of: unknown) => {
    const side = imageSide.parse(of);
    const from = side.importId === null ? null : await t.imageImports.get(side.importId);
    const run = side.runId === null ? null : await t.runs.getAny(side.runId);
    return {
      origin: side.origin,
      import: from === null ? null : { id: from.id, number: from.number, name: from.name },
      run: run === null ? null : { id: run.id, number: run.number, name: run.name },
    };
  };
  return {
    id: row.id,
    projectId: row.projectId,
    real: await sideOf(row.real),
    made: await sideOf(row.made),
    document: imageComparison.nullable().parse(row.document ?? null),
    createdAt: row.createdAt,
    finishedAt: row.finishedAt,
    job: job === null ? null : { id: job.id, status: jobStatus.parse(job.status) },
  };
}

/** One comparison: its sides, and what was found once there is something. */
export function getImageComparison(deps: Deps, actor: Actor, input: { comparisonId: string }) {
  return query(deps, actor, async (t) => viewOf(t, await requireImageComparison(t, input.comparisonId)));
}

/** Comparisons of the pictures of a project, newest first. */
export function listImageComparisons(
  deps: Deps,
  actor: Actor,
  input: { projectId: string; limit: number; before: string | null },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.imageSets.comparisons(input.projectId, input.limit, input.before);
    const page = rows.slice(0, input.limit);
    const comparisons = [];
    for (const row of page) comparisons.push(await viewOf(t, row));
    return { comparisons, next: rows.length > input.limit ? (page.at(-1)?.id ?? null) : null };
  });
}
