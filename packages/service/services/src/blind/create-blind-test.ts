import { AssayError, type BatchAssignment, batchSelection, blindTest } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { command } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireName } from '../frame/require-name.ts';
import { requirePerson } from '../frame/require-person.ts';
import { requireRunOf, statusOf } from '../runs/run-record.ts';
import { asJson } from '../sources/source-record.ts';
import { requireWorkers } from '../work/batch-record.ts';
import { orderBuild, refuseRun } from '../work/create-batch.ts';
import { requirePlan } from './plan-blind-test.ts';

export type CreateBlindTest = {
  projectId: string;
  name: string;
  description: string;
  runId: string;
  size: number;
  /** People who each look at the same row. */
  overlap: number;
  priority: number;
  dueAt: Date | null;
  assignment: BatchAssignment;
  people: readonly string[];
};

/** Makes a batch in which people say which rows are real: as many as a coin gives to each half, in one order. */
export function createBlindTest(
  deps: Deps,
  actor: Actor,
  input: CreateBlindTest,
): Promise<{ batchId: string; jobId: string }> {
  const createdBy = requirePerson(actor);
  const name = requireName(input.name, 'A blind test');
  const { projectId, size, overlap, assignment } = input;
  if (assignment === 'named' && input.people.length < overlap) {
    throw new AssayError(
      'bad-input',
      `Each row is for ${overlap} people, and ${input.people.length} are named.`,
      {
        field: 'people',
        next: 'Name more people, or lower the overlap.',
      },
    );
  }
  const batchId = deps.ids.next();
  return command(deps, actor, async ({ t, record, order }) => {
    const run = await requireRunOf(t, projectId, input.runId);
    const investigation = statusOf(run) === 'BLOCKED';
    refuseRun(run.number, statusOf(run), investigation);
    const { sourceVersionId, splitId, columns, leftOut } = await requirePlan(t, run, size, deps.clock.now());
    const people = assignment === 'named' ? [...new Set(input.people)] : [];
    await requireWorkers(t, projectId, people);
    const blind = blindTest.parse({
      type: 'assay.blind-test',
      version: 1,
      sourceVersionId,
      splitId,
      size,
      columns,
      leftOut,
    });
    await t.batches.create(
      {
        id: batchId,
        projectId,
        kind: 'blind',
        name,
        description: input.description,
        runId: run.id,
        // Everybody who works on the batch can read this: the draw itself follows from no seed that is kept.
        selection: asJson(
          batchSelection.parse({ type: 'assay.batch-selection', version: 1, size, seed: 'blind' }),
        ),
        blind: asJson(blind),
        investigation,
        overlap,
        priority: input.priority,
        dueAt: input.dueAt,
        assignment,
        createdBy,
      },
      people,
    );
    await t.sources.addDependencies([
      { fromType: 'sourceVersion', fromId: sourceVersionId, toType: 'batch', toId: batchId },
    ]);
    const jobId = await orderBuild({ order }, { id: batchId, projectId });
    await record({
      action: 'batch.created',
      object: { type: 'batch', id: batchId },
      projectId,
      details: {
        name,
        kind: 'blind',
        run: run.id,
        size,
        overlap,
        columns,
        assignment,
        people,
        investigation,
      },
      alsoTouched: [
        { type: 'run', id: run.id },
        { type: 'sourceVersion', id: sourceVersionId },
        { type: 'job', id: jobId },
      ],
    });
    return { batchId, jobId };
  });
}
