import { id, orgRole } from '@assay/contracts';
import { listMyOrganisations } from '@assay/services';
import { z } from 'zod';
import { selfProcedure } from '../../frame/procedures.ts';

export const listMyOrganisationsRoute = selfProcedure
  .output(
    z.array(
      z.object({
        id,
        name: z.string(),
        slug: z.string(),
        region: z.string(),
        revision: z.number().int(),
        roles: z.array(orgRole),
      }),
    ),
  )
  .query(({ ctx }) => listMyOrganisations(ctx.deps, ctx.userId));
