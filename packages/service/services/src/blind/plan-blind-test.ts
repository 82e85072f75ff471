import { AssayError, type BlindTest, LEAST_BLIND_ROWS, MOST_BLIND_ROWS } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { type Actor, blindColumns, type NotShown } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { type RunRow, requireRows, requireRunOf } from '../runs/run-record.ts';
import { refusalToShow, shownSource } from './shown-source.ts';

type Plan = Pick<BlindTest, 'sourceVersionId' | 'splitId' | 'columns' | 'leftOut'> & { most: number };

/** What a blind test of a run would show, or why none can be made. */
async function planOf(
  t: Repositories,
  run: RunRow,
  now: Date,
): Promise<{ ok: true; plan: Plan } | { ok: false; reasons: NotShown[] }> {
  const manifest = requireRows(run);
  const shown = await shownSource(t, run, null, now);
  if (!shown.ok) return shown;
  const { columns: real, personal, naming, split } = shown.found;
  const { columns, leftOut } = blindColumns(manifest.columns, real, { personal, naming });
  const reasons: NotShown[] = [];
  if (columns.length === 0) {
    reasons.push({ field: 'runId', sentence: 'The run and its source have no column that can be shown.' });
  }
  // Either half may get all rows.
  const most = Math.min(MOST_BLIND_ROWS, split.tune, manifest.rows);
  if (most < LEAST_BLIND_ROWS) {
    reasons.push({
      field: 'runId',
      sentence: `A blind test needs ${LEAST_BLIND_ROWS} rows of each; there are ${split.tune} real ones for tuning, and ${manifest.rows} of the run.`,
    });
  }
  if (reasons.length > 0) return { ok: false, reasons };
  return {
    ok: true,
    plan: { sourceVersionId: shown.found.versionId, splitId: split.id, columns, leftOut, most },
  };
}

/** Whether a blind test can be made of a run: with what it would show, or the reasons why not. */
export function blindTestOf(deps: Deps, actor: Actor, input: { projectId: string; runId: string }) {
  return query(deps, actor, async (t) => {
    const run = await requireRunOf(t, input.projectId, input.runId);
    const planned = await planOf(t, run, deps.clock.now());
    const { sourceId } = run;
    return planned.ok
      ? {
          sourceId,
          reasons: [],
          columns: planned.plan.columns,
          leftOut: planned.plan.leftOut,
          most: planned.plan.most,
        }
      : { sourceId, reasons: planned.reasons, columns: [], leftOut: [], most: 0 };
  });
}

/** What a blind test of so many rows shows; fails with every reason why there can be none. */
export async function requirePlan(t: Repositories, run: RunRow, size: number, now: Date): Promise<Plan> {
  const planned = await planOf(t, run, now);
  if (!planned.ok) throw refusalToShow(planned.reasons);
  const { plan } = planned;
  if (size > plan.most) {
    throw new AssayError('bad-input', `At most ${plan.most} rows can be shown, and ${size} are asked for.`, {
      field: 'size',
      kept: 'No blind test was made.',
    });
  }
  return plan;
}
