import { id } from '@assay/contracts';
import { listImageComparisons } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { imageComparisonView } from '../../schemas/image-comparison.ts';

export const listImageComparisonsRoute = projectProcedure('image.read')
  .input(
    z.object({ before: id.nullable().default(null), limit: z.number().int().min(1).max(50).default(10) }),
  )
  .output(z.object({ comparisons: z.array(imageComparisonView), next: id.nullable() }))
  .query(({ ctx, input }) => listImageComparisons(ctx.deps, ctx.actor, input));
