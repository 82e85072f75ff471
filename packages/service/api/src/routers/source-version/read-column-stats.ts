import { columnProfile, predicate } from '@assay/contracts';
import { readColumnStats } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';

export const readColumnStatsRoute = versionProcedure('source.read')
  .input(z.object({ column: z.string().min(1).max(256), predicate }))
  .output(columnProfile)
  .query(({ ctx, input }) => readColumnStats(ctx.deps, ctx.actor, input));
