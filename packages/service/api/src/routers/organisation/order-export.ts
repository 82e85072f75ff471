import { id } from '@assay/contracts';
import { orderOrganisationExport } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';

export const orderExportRoute = orgProcedure('org.export')
  .output(z.object({ jobId: id, exportId: id }))
  .mutation(({ ctx }) => orderOrganisationExport(ctx.deps, ctx.actor));
