import type { MetricId } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { measurementView } from './measurement-view.ts';

/** The newest row of each metric and slice of one subject. */
export async function latestMeasurements(
  deps: Deps,
  actor: Actor,
  input: { subjectType: string; subjectId: string; metrics?: readonly MetricId[] | undefined },
) {
  return query(deps, actor, async (t) => {
    const rows = await t.measurements.latest(input.subjectType, input.subjectId, input.metrics);
    return rows.map(measurementView);
  });
}
