import { metricId } from '@assay/contracts';
import { latestMeasurements } from '@assay/services';
import { z } from 'zod';
import { subjectProcedure } from '../../frame/procedures.ts';
import { measurementView } from '../../schemas/measurement.ts';

export const latestMeasurementsRoute = subjectProcedure('measurement.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/measurements',
      summary: 'Read the newest measurements of a source or a version',
      tags: ['Measurements'],
    },
  })
  .input(z.object({ metrics: z.array(metricId).max(50).optional() }))
  .output(z.object({ measurements: z.array(measurementView) }))
  .query(({ ctx, input }) =>
    latestMeasurements(ctx.deps, ctx.actor, input).then((measurements) => ({ measurements })),
  );
