import type { RunStatus, Verdict } from '@assay/contracts';
import { command } from '../frame/command.ts';
import type { TestDeps, UserActor } from './test-deps.ts';

/**
 * A run without rows in any state, with a report by its verdict where one is given: for tests of what is around
 * runs. It ended at `finishedAt`, now without it.
 */
export async function addRun(
  { deps }: TestDeps,
  input: {
    projectId: string;
    actor: UserActor;
    name: string;
    status: RunStatus;
    recipeId?: string;
    pilotId?: string;
    verdict?: Verdict;
    redGates?: number;
    finishedAt?: Date;
  },
): Promise<{ runId: string; reportId: string | null }> {
  const { projectId, actor, name, status, verdict } = input;
  const runId = deps.ids.next();
  const reportId = verdict === undefined ? null : deps.ids.next();
  await command(deps, actor, async ({ t, record }) => {
    await t.runs.create({
      id: runId,
      projectId,
      kind: 'full',
      name,
      recipeId: input.recipeId ?? null,
      pilotId: input.pilotId ?? null,
      seed: 'test',
      policyRef: 'balanced',
      createdBy: actor.userId,
    });
    const finishedAt = input.finishedAt ?? deps.clock.now();
    await t.runs.move(runId, ['QUEUED'], { status, finishedAt });
    if (verdict !== undefined && reportId !== null) {
      await t.reports.create({
        id: reportId,
        projectId,
        runId,
        name: `Report of ${name}`,
        subjects: { real: null, synthetic: { kind: 'run', runId }, unseen: null },
        question: {},
        policyRef: 'balanced',
        createdBy: actor.userId,
      });
      const summary = {
        shapeError: null,
        trendError: null,
        detectionAuc: null,
        utility: null,
        dcrShare: null,
        exactCopies: null,
        red: input.redGates ?? 0,
        amber: 0,
        notAssessed: 0,
      };
      await t.reports.move(reportId, ['QUEUED'], { status: 'READY', verdict, summary, finishedAt });
    }
    await record({ action: 'test.made', object: { type: 'run', id: runId }, projectId });
  });
  return { runId, reportId };
}
