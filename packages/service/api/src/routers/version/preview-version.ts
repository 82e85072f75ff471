import { answersMethod, versionCounts, versionScope, versionSelection } from '@assay/contracts';
import { previewVersion } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

/** What would be committed now: samples, labels, and what is left out and why. */
export const previewVersionRoute = projectProcedure('version.commit')
  .input(z.object({ runIds: versionSelection.shape.runIds, scope: versionScope, method: answersMethod }))
  .output(versionCounts)
  .query(({ ctx, input }) => previewVersion(ctx.deps, ctx.actor, input));
