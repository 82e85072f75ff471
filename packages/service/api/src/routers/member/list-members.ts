import { id, orgRole, projectRole } from '@assay/contracts';
import { listMembers } from '@assay/services';
import { z } from 'zod';
import { orgProcedure } from '../../frame/procedures.ts';
import { isoDate, pageCursor, pageInput } from '../../schemas/common.ts';

const member = z.object({
  id,
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(orgRole),
  twoFactorEnabled: z.boolean(),
  joinedAt: isoDate,
  revision: z.number().int(),
  isMe: z.boolean(),
  /** Only projects that the reader may see. */
  projects: z.array(z.object({ id, name: z.string(), roles: z.array(projectRole) })),
});

export const listMembersRoute = orgProcedure('member.read')
  .meta({ openapi: { method: 'GET', path: '/members', summary: 'List the members', tags: ['Members'] } })
  .input(z.object({ search: z.string().max(200).default(''), ...pageInput }))
  .output(z.object({ members: z.array(member), cursor: pageCursor }))
  .query(({ ctx, input }) => listMembers(ctx.deps, ctx.actor, input));
