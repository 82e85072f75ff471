import {
  AssayError,
  type BatchStatus,
  batchStatus,
  notFound,
  type Permission,
  permissionRule,
  projectRole,
} from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, can } from '@assay/domain';

export type BatchRow = NonNullable<Awaited<ReturnType<Repositories['batches']['get']>>>;

export async function requireBatch(t: Repositories, batchId: string): Promise<BatchRow> {
  const row = await t.batches.get(batchId);
  if (row === null) throw notFound('batch');
  return row;
}

/** Fails for a batch of imported answers: nobody is asked anything there. */
export function requireAsked(batch: BatchRow): void {
  if (batch.kind !== 'imported') return;
  throw new AssayError('conflict', `Batch ${batch.number} holds imported answers and is not worked on.`, {
    kept: 'Nothing was changed.',
    next: 'Withdraw its import if it is not wanted.',
  });
}

/** The version of the label schema by which a batch makes labels; fails for a blind test, which makes none. */
export function requireLabelling({ number, labelSchemaVersionId }: BatchRow): string {
  if (labelSchemaVersionId !== null) return labelSchemaVersionId;
  throw new AssayError('conflict', `Batch ${number} is a blind test and makes no labels.`, {
    kept: 'Nothing was changed.',
  });
}

/** A batch that is asked for as one of a project: one of another project is not there. */
export async function requireBatchOf(t: Repositories, projectId: string, batchId: string): Promise<BatchRow> {
  const row = await requireBatch(t, batchId);
  if (row.projectId !== projectId) throw notFound('batch');
  return row;
}

/** May this person see how fast people work? Of two people, either could else work out the other's pace. */
export function seesPace(t: Repositories, actor: Actor, projectId: string): Promise<boolean> {
  return mayIn(t, actor, projectId, 'dashboard.read');
}

/** May somebody who came in by one permission also do what another one lets do? */
export async function mayIn(
  t: Repositories,
  actor: Actor,
  projectId: string,
  permission: Permission,
): Promise<boolean> {
  const roles = actor.userId === null ? null : await t.projects.rolesOf(projectId, actor.userId);
  const known = roles?.flatMap((role) => projectRole.safeParse(role).data ?? []) ?? null;
  return can(actor, permission, known);
}

export function batchStatusOf(row: BatchRow): BatchStatus {
  return batchStatus.parse(row.status);
}

/** The people whom a batch is for: all of them may do its work in the project. */
export async function requireWorkers(
  t: Repositories,
  projectId: string,
  people: readonly string[],
): Promise<void> {
  const working: readonly string[] = permissionRule('task.work').project;
  for (const personId of people) {
    const roles = await t.projects.rolesOf(projectId, personId);
    if (roles === null || !roles.some((role) => working.includes(role))) {
      throw new AssayError('bad-input', 'A person on the list does not label in this project.', {
        field: 'people',
        next: 'Give them a role in the project first: annotator, expert or manager.',
      });
    }
  }
}
