import type { PictureFigure } from '@assay/contracts';
import type { NewMeasurement } from '@assay/db';
import type { ReportFigure } from '@assay/domain';
import type { Deps } from '../frame/deps.ts';
import { measurementOf } from './measurement-of.ts';

/** Figures with the rows that keep them, each under the id that its row has. */
export function storedFigures(
  { ids }: Pick<Deps, 'ids'>,
  figures: readonly (ReportFigure & { pictures?: string[] })[],
  of: { subject: { type: string; id: string }; jobId: string; inputs: Record<string, string> },
): { figures: PictureFigure[]; measurements: NewMeasurement[] } {
  const made = figures.map((figure) => ({ figure, id: ids.next() }));
  return {
    figures: made.map(({ figure, id }) => ({
      measurementId: id,
      metric: figure.metric,
      slice: { ...figure.slice },
      value: figure.value,
      reason: figure.reason,
      n: figure.n,
      low: figure.interval?.low ?? null,
      high: figure.interval?.high ?? null,
      pictures: figure.pictures ?? [],
    })),
    measurements: made.map(({ figure, id }) => measurementOf(id, of.subject, of.jobId, figure, of.inputs)),
  };
}
