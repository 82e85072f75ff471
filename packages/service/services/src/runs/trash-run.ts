import { AssayError, notFound } from '@assay/contracts';
import { type Actor, isRunOpen } from '@assay/domain';
import { command, query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requireRun, statusOf } from './run-record.ts';

/** What would miss a run that goes into the trash. Its own reports go with it; the others stay and lose their link. */
export function runDependents(deps: Deps, actor: Actor, input: { runId: string }) {
  return query(deps, actor, async (t) => {
    const row = await requireRun(t, input.runId);
    const { reports, runs, goals } = await t.runs.dependents(row.id, row.projectId);
    const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
    return {
      ownReports: reports.filter((each) => each.own).map(named),
      otherReports: reports.filter((each) => !each.own).map(named),
      rampedUp: runs,
      goals: goals.map(named),
    };
  });
}

/** Puts a run into the trash with the reports that decide on it. Not while it, or a report that reads it, is at work. */
export function trashRun(deps: Deps, actor: Actor, input: { runId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await requireRun(t, input.runId);
    const kept = 'The run is unchanged.';
    const { reports, runs, goals } = await t.runs.dependents(row.id, row.projectId);
    const reading = reports.find((each) => each.open && !each.own);
    if (reading !== undefined) {
      throw new AssayError(
        'conflict',
        `The report “${reading.name}” is reading the rows of run ${row.number}.`,
        {
          kept,
          next: 'Wait until the report is done, or cancel its job.',
        },
      );
    }
    const gone = await t.runs.trash(row.id, actor.userId, deps.clock.now());
    if (!gone) {
      throw new AssayError(
        'conflict',
        isRunOpen(statusOf(row))
          ? `Run ${row.number} is still at work.`
          : `Run ${row.number} was moved by somebody else.`,
        { kept, next: 'Cancel the run first, or wait until it is done.' },
      );
    }
    await record({
      action: 'run.trashed',
      object: { type: 'run', id: row.id },
      projectId: row.projectId,
      details: {
        name: row.name,
        number: row.number,
        missedBy: {
          runs: runs.length,
          reports: reports.filter((each) => !each.own).length,
          goals: goals.length,
        },
      },
      alsoTouched: reports.map(({ id }) => ({ type: 'report', id })),
    });
  });
}

/** Takes a run out of the trash, with its reports. */
export function restoreRun(deps: Deps, actor: Actor, input: { runId: string }): Promise<void> {
  return command(deps, actor, async ({ t, record }) => {
    const row = await t.runs.getAny(input.runId);
    if (row === null || !(await t.runs.restore(row.id))) throw notFound('run in the trash');
    await record({
      action: 'run.restored',
      object: { type: 'run', id: row.id },
      projectId: row.projectId,
      details: { name: row.name, number: row.number },
    });
  });
}
