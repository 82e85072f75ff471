import { cancelLabelImport } from '@assay/services';
import { labelImportProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';

export const cancelLabelImportRoute = labelImportProcedure('label.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/label-imports/{importId}/cancel',
      summary: 'Give up an import that nothing was taken of',
      tags: ['Label imports'],
    },
  })
  .output(done)
  .mutation(({ ctx, input }) => cancelLabelImport(ctx.deps, ctx.actor, input).then(() => isDone));
