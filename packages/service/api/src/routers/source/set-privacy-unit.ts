import { privacyUnit } from '@assay/contracts';
import { setPrivacyUnit } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const setPrivacyUnitRoute = sourceProcedure('source.update')
  .input(z.object({ revision: z.number().int(), unit: privacyUnit }))
  .output(done)
  .mutation(({ ctx, input }) => setPrivacyUnit(ctx.deps, ctx.actor, input).then(() => isDone));
