import { gateResult, policyRef, verdict } from '@assay/contracts';
import { tryPolicy } from '@assay/services';
import { z } from 'zod';
import { reportProcedure } from '../../frame/procedures.ts';

export const tryPolicyRoute = reportProcedure('report.read')
  .input(z.object({ policyRef }))
  .output(z.object({ verdict, gates: z.array(gateResult) }))
  .query(({ ctx, input }) => tryPolicy(ctx.deps, ctx.actor, input));
