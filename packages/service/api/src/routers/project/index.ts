import { router } from '../../frame/trpc.ts';
import { createProjectRoute } from './create-project.ts';
import { getProjectRoute } from './get-project.ts';
import { listProjectMembersRoute } from './list-project-members.ts';
import { listProjectsRoute } from './list-projects.ts';
import { removeProjectMemberRoute } from './remove-project-member.ts';
import { restoreProjectRoute } from './restore-project.ts';
import { setProjectMemberRoute } from './set-project-member.ts';
import { trashProjectRoute } from './trash-project.ts';
import { updateProjectRoute } from './update-project.ts';

export const projectRouter = router({
  create: createProjectRoute,
  get: getProjectRoute,
  list: listProjectsRoute,
  members: listProjectMembersRoute,
  removeMember: removeProjectMemberRoute,
  restore: restoreProjectRoute,
  setMember: setProjectMemberRoute,
  trash: trashProjectRoute,
  update: updateProjectRoute,
});
