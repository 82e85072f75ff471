import { dialect, id } from '@assay/contracts';
import { restageVersion } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';

export const restageVersionRoute = versionProcedure('source.create')
  .input(z.object({ revision: z.number().int(), dialect }))
  .output(z.object({ jobId: id }))
  .mutation(({ ctx, input }) => restageVersion(ctx.deps, ctx.actor, input));
