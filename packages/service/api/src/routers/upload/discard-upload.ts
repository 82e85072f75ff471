import { discardUpload } from '@assay/services';
import { uploadProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const discardUploadRoute = uploadProcedure('source.create')
  .output(done)
  .mutation(({ ctx, input }) => discardUpload(ctx.deps, ctx.actor, input).then(() => isDone));
