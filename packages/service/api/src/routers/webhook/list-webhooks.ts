import { listWebhooks } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { webhookView } from '../../schemas/webhook.ts';

export const listWebhooksRoute = projectProcedure('webhook.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/webhooks',
      summary: 'List the webhooks of a project',
      tags: ['Webhooks'],
    },
  })
  .output(z.array(webhookView))
  .query(({ ctx, input }) => listWebhooks(ctx.deps, ctx.actor, input));
