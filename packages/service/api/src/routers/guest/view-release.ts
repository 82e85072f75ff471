import { viewAsGuest } from '@assay/services';
import { z } from 'zod';
import { publicProcedure } from '../../frame/procedures.ts';
import { guestView } from '../../schemas/release.ts';

/**
 * Public: whoever holds the link may read the one release that it is to. A mutation, because each visit is an event of
 * the log, and because what a query is asked stands in addresses, where no secret belongs.
 */
export const viewReleaseRoute = publicProcedure
  .input(z.object({ token: z.string().min(1).max(200) }))
  .output(guestView)
  .mutation(({ ctx, input }) => viewAsGuest(ctx.deps, input));
