import { id, permission } from '@assay/contracts';
import { listApiKeys } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate, personRef } from '../../schemas/common.ts';

export const listApiKeysRoute = orgProcedure('apiKey.read')
  .output(
    z.array(
      z.object({
        id,
        name: z.string(),
        prefix: z.string(),
        scopes: z.array(permission),
        owner: personRef,
        state: z.enum(['active', 'expired', 'revoked']),
        createdAt: isoDate,
        expiresAt: isoDate.nullable(),
        lastUsedAt: isoDate.nullable(),
        revokedAt: isoDate.nullable(),
      }),
    ),
  )
  .query(({ ctx }) => listApiKeys(ctx.deps, ctx.actor));
