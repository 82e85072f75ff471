import { id, orgRole } from '@assay/contracts';
import { getOrganisation } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

export const getOrganisationRoute = orgProcedure('org.read')
  .output(
    z.object({
      id,
      name: z.string(),
      slug: z.string(),
      region: z.string(),
      revision: z.number().int(),
      createdAt: isoDate,
      roles: z.array(orgRole),
      counts: z.object({
        projects: z.number().int(),
        sources: z.number().int(),
        members: z.number().int(),
        /** Null for who may not invite. */
        openInvitations: z.number().int().nullable(),
        activeApiKeys: z.number().int(),
      }),
    }),
  )
  .query(({ ctx }) => getOrganisation(ctx.deps, ctx.actor));
