import { listGuestLinks } from '@assay/services';
import { z } from 'zod';
import { releaseProcedure } from '../../frame/procedures.ts';
import { guestLinkView } from '../../schemas/release.ts';

export const listGuestLinksRoute = releaseProcedure('release.share')
  .output(z.array(guestLinkView))
  .query(({ ctx, input }) => listGuestLinks(ctx.deps, ctx.actor, input));
