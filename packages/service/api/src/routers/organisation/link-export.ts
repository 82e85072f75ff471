import { id } from '@assay/contracts';
import { organisationExportLink } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

/** A mutation, since each address that is given out is an event of the log. */
export const linkExportRoute = orgProcedure('org.export')
  .input(z.object({ exportId: id }))
  .output(z.object({ url: z.string(), bytes: z.string(), sha256: z.string(), expiresAt: isoDate }))
  .mutation(({ ctx, input }) => organisationExportLink(ctx.deps, ctx.actor, input));
