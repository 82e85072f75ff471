import { metricDefinition, metricId } from '@assay/contracts';
import type { Repositories } from '@assay/db';

type Row = NonNullable<Awaited<ReturnType<Repositories['measurements']['get']>>>;

/** A stored number with what it means. The definition is null for a metric that this version no longer knows. */
export function measurementView(row: Row) {
  const known = metricId.safeParse(row.metric);
  return {
    id: row.id,
    metric: row.metric,
    definition: known.success ? metricDefinition(known.data) : null,
    method: row.method,
    methodVersion: row.methodVersion,
    subject: { type: row.subjectType, id: row.subjectId },
    slice: row.slice,
    sliceKey: row.sliceKey,
    value: row.value,
    reason: row.reason,
    // Counts may exceed what a JSON number holds exactly.
    numerator: row.numerator?.toString() ?? null,
    denominator: row.denominator?.toString() ?? null,
    low: row.low,
    high: row.high,
    confidence: row.confidence,
    n: row.n.toString(),
    inputs: row.inputs,
    jobId: row.jobId,
    at: row.at.toISOString(),
  };
}
