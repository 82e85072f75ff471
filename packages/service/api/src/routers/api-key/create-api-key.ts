import { id, permission } from '@assay/contracts';
import { createApiKey } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate, nameText } from '../../schemas/common.ts';

/** The answer is the only place where the key is ever shown. */
export const createApiKeyRoute = orgProcedure('apiKey.manage')
  .input(
    z.object({
      name: nameText,
      scopes: z.array(permission).min(1),
      expiresAt: z.iso.datetime({ offset: true }),
    }),
  )
  .output(
    z.object({ id, key: z.string(), prefix: z.string(), scopes: z.array(permission), expiresAt: isoDate }),
  )
  .mutation(({ ctx, input }) => createApiKey(ctx.deps, ctx.actor, input));
