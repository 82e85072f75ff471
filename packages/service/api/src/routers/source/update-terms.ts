import { sourceTerms } from '@assay/contracts';
import { updateTerms } from '@assay/services';
import { z } from 'zod';
import { sourceProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const updateTermsRoute = sourceProcedure('source.terms')
  .input(z.object({ revision: z.number().int(), terms: sourceTerms.omit({ override: true }) }))
  .output(done)
  .mutation(({ ctx, input }) => updateTerms(ctx.deps, ctx.actor, input).then(() => isDone));
