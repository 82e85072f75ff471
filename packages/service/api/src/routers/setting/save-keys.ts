import { workbenchKeys } from '@assay/contracts';
import { saveWorkbenchKeys } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

export const saveKeysRoute = orgProcedure('setting.use')
  .input(z.object({ revision: z.number().int().min(0), document: workbenchKeys }))
  .output(z.object({ revision: z.number() }))
  .mutation(({ ctx, input }) => saveWorkbenchKeys(ctx.deps, ctx.actor, input));
