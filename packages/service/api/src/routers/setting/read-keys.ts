import { workbenchKeys } from '@assay/contracts';
import { readWorkbenchKeys } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

/** The keys that one chose for the workbench. */
export const readKeysRoute = orgProcedure('setting.use')
  .output(z.object({ revision: z.number(), document: workbenchKeys }))
  .query(({ ctx }) => readWorkbenchKeys(ctx.deps, ctx.actor));
