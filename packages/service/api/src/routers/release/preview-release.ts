import { previewRelease } from '@assay/services';
import { datasetVersionProcedure } from '../../frame/procedures.ts';
import { releasePreview } from '../../schemas/release.ts';

export const previewReleaseRoute = datasetVersionProcedure('release.request')
  .output(releasePreview)
  .query(({ ctx, input }) => previewRelease(ctx.deps, ctx.actor, input));
