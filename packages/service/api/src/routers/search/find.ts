import { searchEverything } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

const kind = z.enum([
  'project',
  'source',
  'recipe',
  'run',
  'report',
  'policy',
  'guideline',
  'labelSchema',
  'batch',
  'version',
  'release',
  'column',
  'member',
  'view',
]);
const hit = z.object({
  kind,
  id: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  link: z.string(),
  rank: z.number(),
});

export const findRoute = orgProcedure('search.use')
  .input(z.object({ text: z.string().max(200), limit: z.number().int().min(1).max(20).default(6) }))
  .output(z.object({ groups: z.array(z.object({ kind, hits: z.array(hit) })) }))
  .query(({ ctx, input }) => searchEverything(ctx.deps, ctx.actor, input));
