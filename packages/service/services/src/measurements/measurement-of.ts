import { metricCatalog } from '@assay/contracts';
import type { NewMeasurement } from '@assay/db';
import type { ReportFigure } from '@assay/domain';
import { canonicalJson } from '@assay/ledger';

/** A figure as it is stored, with what it was computed from. */
export function measurementOf(
  id: string,
  subject: { type: string; id: string },
  jobId: string,
  figure: ReportFigure,
  inputs: Record<string, string>,
): NewMeasurement {
  const { method, version } = metricCatalog[figure.metric];
  return {
    id,
    metric: figure.metric,
    method,
    methodVersion: version,
    subjectType: subject.type,
    subjectId: subject.id,
    slice: { ...figure.slice },
    sliceKey: canonicalJson({ ...figure.slice }),
    value: figure.value,
    reason: figure.value === null ? (figure.reason ?? 'undefined') : null,
    numerator: figure.numerator === undefined ? null : BigInt(figure.numerator),
    denominator: figure.denominator === undefined ? null : BigInt(figure.denominator),
    low: figure.interval?.low ?? null,
    high: figure.interval?.high ?? null,
    confidence: figure.interval === undefined || figure.interval === null ? null : 0.95,
    n: BigInt(figure.n),
    inputs: { ...inputs, ...figure.inputs },
    jobId,
  };
}
