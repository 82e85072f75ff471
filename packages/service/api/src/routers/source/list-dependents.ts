import { listDependents } from '@assay/services';
import { sourceProcedure } from '../../frame/procedures.ts';
import { dependents } from '../../schemas/source.ts';

export const listDependentsRoute = sourceProcedure('source.read')
  .output(dependents)
  .query(({ ctx, input }) => listDependents(ctx.deps, ctx.actor, input));
