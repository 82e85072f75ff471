import { rotateWebhookSecret } from '@assay/services';
import { z } from 'zod';
import { webhookProcedure } from '../../frame/procedures.ts';
import { isoDate } from '../../schemas/common.ts';

/** The answer is the only place where the new secret is ever shown. */
export const rotateSecretRoute = webhookProcedure('webhook.manage')
  .input(z.object({ revision: z.number().int().min(1) }))
  .output(z.object({ secret: z.string(), overlapUntil: isoDate }))
  .mutation(({ ctx, input }) => rotateWebhookSecret(ctx.deps, ctx.actor, input));
