import { notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { measurementView } from './measurement-view.ts';

/**
 * “What is this number”: the row, its definition, and the same metric of the same slice over the versions of the
 * source (or over time, where the subject has no versions), oldest first.
 */
export async function getMeasurement(deps: Deps, actor: Actor, input: { measurementId: string }) {
  return query(deps, actor, async (t) => {
    const row = await t.measurements.get(input.measurementId);
    if (row === null) throw notFound('measurement');
    const versions = await t.measurements.versionsBeside(row.subjectId);
    const subjects = versions.length === 0 ? [row.subjectId] : versions.map((version) => version.id);
    const history = await t.measurements.history(subjects, row.metric, row.sliceKey);
    const numbers = new Map(versions.map((version) => [version.id, version.number]));
    return {
      ...measurementView(row),
      history: history.map((each) => ({
        id: each.id,
        subjectId: each.subjectId,
        versionNumber: numbers.get(each.subjectId) ?? null,
        value: each.value,
        reason: each.reason,
        low: each.low,
        high: each.high,
        n: each.n.toString(),
        method: each.method,
        methodVersion: each.methodVersion,
        at: each.at.toISOString(),
      })),
    };
  });
}
