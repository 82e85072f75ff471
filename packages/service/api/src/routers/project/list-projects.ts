import { id, projectRole } from '@assay/contracts';
import { listProjects } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate, pageCursor, pageInput } from '../../schemas/common.ts';

const project = z.object({
  id,
  name: z.string(),
  description: z.string(),
  stakes: z.enum(['standard', 'high']),
  revision: z.number().int(),
  createdAt: isoDate,
  updatedAt: isoDate,
  /** The reader's own. */
  roles: z.array(projectRole),
  counts: z.object({ sources: z.number().int(), members: z.number().int() }),
});

export const listProjectsRoute = orgProcedure('project.list')
  .meta({ openapi: { method: 'GET', path: '/projects', summary: 'List projects', tags: ['Projects'] } })
  .input(z.object({ search: z.string().max(200).default(''), ...pageInput }))
  .output(z.object({ projects: z.array(project), cursor: pageCursor }))
  .query(({ ctx, input }) =>
    listProjects(ctx.deps, ctx.actor, input).then(({ projects, cursor }) => ({
      projects: projects.map((each) => ({ ...each, roles: [...each.roles] })),
      cursor,
    })),
  );
