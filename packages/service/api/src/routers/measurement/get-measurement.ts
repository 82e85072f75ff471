import { id } from '@assay/contracts';
import { getMeasurement } from '@assay/services';
import { z } from 'zod';
import { measurementProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';
import { measurementView } from '../../schemas/measurement.ts';

const past = z.object({
  id,
  subjectId: id,
  versionNumber: z.number().int().nullable(),
  value: z.number().nullable(),
  reason: z.string().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.string(),
  method: z.string(),
  methodVersion: z.number().int(),
  at: isoDate,
});

export const getMeasurementRoute = measurementProcedure('measurement.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/measurements/{measurementId}',
      summary: 'Read a measurement with its history',
      tags: ['Measurements'],
    },
  })
  .output(measurementView.extend({ history: z.array(past) }))
  .query(({ ctx, input }) => getMeasurement(ctx.deps, ctx.actor, input));
