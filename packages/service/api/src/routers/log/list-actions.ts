import { listEventActions } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

export const listActionsRoute = orgProcedure('log.read')
  .output(z.array(z.string()))
  .query(({ ctx }) => listEventActions(ctx.deps, ctx.actor));
