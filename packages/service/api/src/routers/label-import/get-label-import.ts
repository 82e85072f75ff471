import { getLabelImport } from '@assay/services';
import { labelImportProcedure } from '../../frame/procedures.ts';
import { labelImportView } from '../../schemas/label-import.ts';

export const getLabelImportRoute = labelImportProcedure('label.import')
  .meta({
    openapi: {
      method: 'GET',
      path: '/label-imports/{importId}',
      summary: 'Read an import of labels, and what was found in its file',
      tags: ['Label imports'],
    },
  })
  .output(labelImportView)
  .query(({ ctx, input }) => getLabelImport(ctx.deps, ctx.actor, input));
