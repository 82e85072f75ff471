import { id } from '@assay/contracts';
import { listOrganisationExports } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const listExportsRoute = orgProcedure('org.export')
  .output(
    z.array(
      z.object({
        exportId: id,
        bytes: z.string(),
        sha256: z.string(),
        createdAt: isoDate,
        keptUntil: isoDate,
      }),
    ),
  )
  .query(({ ctx }) => listOrganisationExports(ctx.deps, ctx.actor));
