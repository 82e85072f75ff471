import { getExport } from '@assay/services';
import { versionExportProcedure } from '../../frame/procedures.ts';
import { exportView } from '../../schemas/export.ts';

/** Its files are at `/api/exports/{exportId}/{kind}`. */
export const getExportRoute = versionExportProcedure('version.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/exports/{exportId}',
      summary: 'Read an export',
      tags: ['Versions'],
    },
  })
  .output(exportView)
  .query(({ ctx, input }) => getExport(ctx.deps, ctx.actor, input));
