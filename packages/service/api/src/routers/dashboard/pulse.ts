import { labellingPulse } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

/** Differs whenever a number of labelling may: asked every few seconds, so that numbers are counted only then. */
export const pulseRoute = projectProcedure('batch.read')
  .output(z.object({ pulse: z.string() }))
  .query(({ ctx, input }) => labellingPulse(ctx.deps, ctx.actor, input));
