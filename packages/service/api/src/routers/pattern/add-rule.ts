import { id } from '@assay/contracts';
import { addPatternRule } from '@assay/services';
import { z } from 'zod';
import { patternProcedure } from '../../frame/procedures.ts';

/** Says a pattern as a rule of a guideline, in a new version of it. */
export const addRuleRoute = patternProcedure('guideline.write')
  .input(
    z.object({
      guidelineId: id,
      revision: z.number().int(),
      text: z.string().trim().min(1).max(500),
      severity: z.enum(['error', 'warning']).default('error'),
    }),
  )
  .output(z.object({ versionId: id, number: z.number() }))
  .mutation(({ ctx, input }) => addPatternRule(ctx.deps, ctx.actor, input));
