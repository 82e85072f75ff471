import { listMeanings } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';

export const listMeaningsRoute = projectProcedure('recipe.read')
  .output(z.object({ meanings: z.array(z.string()) }))
  .query(() => ({ meanings: listMeanings() }));
