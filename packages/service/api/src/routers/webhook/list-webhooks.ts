import { listWebhooks } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { webhookView } from '../../schemas/webhook.ts';

export const listWebhooksRoute = projectProcedure('webhook.read')
  .output(z.array(webhookView))
  .query(({ ctx, input }) => listWebhooks(ctx.deps, ctx.actor, input));
