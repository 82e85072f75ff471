import { getImageComparison } from '@assay/services';
import { imageComparisonProcedure } from '../../frame/procedures.ts';
import { imageComparisonView } from '../../schemas/image-comparison.ts';

export const getImageComparisonRoute = imageComparisonProcedure('image.read')
  .output(imageComparisonView)
  .query(({ ctx, input }) => getImageComparison(ctx.deps, ctx.actor, input));
