import { orgRole } from '@assay/contracts';
import { previewInvitation } from '@assay/services';
import { z } from 'zod';
import { publicProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

/** Public: whoever holds the link may read what it invites to, before signing in. */
export const previewInvitationRoute = publicProcedure
  .input(z.object({ token: z.string().min(1).max(200) }))
  .output(
    z.object({
      orgName: z.string(),
      email: z.string(),
      roles: z.array(orgRole),
      state: z.enum(['open', 'accepted', 'revoked', 'expired']),
      expiresAt: isoDate,
    }),
  )
  .query(({ ctx, input }) => previewInvitation(ctx.deps, input));
