import { findingView } from '@assay/contracts';
import { listFindings } from '@assay/services';
import { z } from 'zod';
import { versionProcedure } from '../../frame/procedures.ts';

export const listFindingsRoute = versionProcedure('source.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/versions/{versionId}/findings',
      summary: 'List personal data found',
      tags: ['Sources'],
    },
  })
  .output(z.array(findingView))
  .query(({ ctx, input }) => listFindings(ctx.deps, ctx.actor, input));
