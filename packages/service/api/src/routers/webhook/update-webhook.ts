import { updateWebhook } from '@assay/services';
import { z } from 'zod';
import { webhookProcedure } from '../../frame/procedures.ts';
import { done, isDone } from '../../schemas/common.ts';
import { webhookSettings } from '../../schemas/webhook.ts';

export const updateWebhookRoute = webhookProcedure('webhook.manage')
  .input(z.object({ ...webhookSettings, revision: z.number().int().min(1), status: z.enum(['ON', 'OFF']) }))
  .output(done)
  .mutation(({ ctx, input }) => updateWebhook(ctx.deps, ctx.actor, input).then(() => isDone));
