import { boundedText } from '@assay/contracts';
import { withdrawLabelImport } from '@assay/services';
import { z } from 'zod';
import { labelImportProcedure } from '../../frame/procedures.ts';

export const withdrawLabelImportRoute = labelImportProcedure('label.import')
  .meta({
    openapi: {
      method: 'POST',
      path: '/label-imports/{importId}/withdraw',
      summary: 'Withdraw imported labels while nothing depends on them',
      tags: ['Label imports'],
    },
  })
  .input(z.object({ reason: boundedText(2000).default('') }))
  .output(z.object({ withdrawn: z.number().int() }))
  .mutation(({ ctx, input }) => withdrawLabelImport(ctx.deps, ctx.actor, input));
