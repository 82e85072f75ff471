import { id, permission, projectRole } from '@assay/contracts';
import { getProject } from '@assay/services';
import { z } from 'zod';
import { projectProcedure } from '../../frame/procedures.ts';
import { isoDate, personRef } from '../../schemas/common.ts';

export const getProjectRoute = projectProcedure('project.read')
  .meta({
    openapi: { method: 'GET', path: '/projects/{projectId}', summary: 'Read a project', tags: ['Projects'] },
  })
  .output(
    z.object({
      id,
      name: z.string(),
      description: z.string(),
      stakes: z.enum(['standard', 'high']),
      revision: z.number().int(),
      createdBy: personRef,
      createdAt: isoDate,
      updatedAt: isoDate,
      roles: z.array(projectRole),
      /** What the reader may do here. */
      permissions: z.array(permission),
      counts: z.object({
        sources: z.number().int(),
        members: z.number().int(),
        openJobs: z.number().int(),
      }),
    }),
  )
  .query(({ ctx, input }) => getProject(ctx.deps, ctx.actor, input));
