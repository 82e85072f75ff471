import { getProject, requireOnItem } from '@assay/services';
import { cache } from 'react';
import { server } from './deps.ts';
import { requireOrganisation } from './session.ts';

/** The name of a project for the title of its pages; null where the person may not see it. */
export const projectName = cache(async (org: string, projectId: string): Promise<string | null> => {
  const { actor } = await requireOrganisation(org);
  const { deps } = await server();
  try {
    await requireOnItem(deps, actor, 'project.read', { kind: 'project', id: projectId });
    return (await getProject(deps, actor, { projectId })).name;
  } catch {
    // The page itself says what is wrong.
    return null;
  }
});
