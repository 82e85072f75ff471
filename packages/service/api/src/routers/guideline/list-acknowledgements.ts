import { listAcknowledgements } from '@assay/services';
import { guidelineProcedure } from '../../frame/procedures.ts';
import { guidelineAcknowledgements } from '../../schemas/guideline.ts';

export const listAcknowledgementsRoute = guidelineProcedure('guideline.write')
  .output(guidelineAcknowledgements)
  .query(({ ctx, input }) => listAcknowledgements(ctx.deps, ctx.actor, input));
