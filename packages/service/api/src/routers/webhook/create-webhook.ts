import { id } from '@assay/contracts';
import { createWebhook } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { webhookSettings } from '../../schemas/webhook.ts';

/** The answer is the only place where the secret is ever shown. */
export const createWebhookRoute = projectProcedure('webhook.manage')
  .input(z.object(webhookSettings))
  .output(z.object({ id, secret: z.string() }))
  .mutation(({ ctx, input }) => createWebhook(ctx.deps, ctx.actor, input));
