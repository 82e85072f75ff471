import { listLabelSchemas } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { pageCursor, pageInput } from '../../schemas/common.ts';
import { labelSchemaListItem } from '../../schemas/label-schema.ts';

export const listLabelSchemasRoute = projectProcedure('labelSchema.read')
  .meta({
    openapi: {
      method: 'GET',
      path: '/projects/{projectId}/label-schemas',
      summary: 'List label schemas',
      tags: ['Label schemas'],
    },
  })
  .input(
    z.object({
      search: z.string().max(200).default(''),
      trashed: z.boolean().default(false),
      ...pageInput,
    }),
  )
  .output(z.object({ labelSchemas: z.array(labelSchemaListItem), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listLabelSchemas(ctx.deps, ctx.actor, { ...input, before: input.cursor }).then(
      ({ labelSchemas, next }) => ({
        labelSchemas,
        cursor: next,
      }),
    ),
  );
