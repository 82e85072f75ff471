import type { Repositories } from '@assay/db';
import type { ProjectMembership } from '@assay/domain';

const MOST = 10;

/**
 * Samples that wait for this person as an expert, by project. Who leads a project may decide too, but nobody waits for
 * them.
 */
export async function reviewsWaiting(
  t: Repositories,
  userId: string,
  roles: readonly ProjectMembership[],
): Promise<{ projectId: string; name: string; samples: number; link: string }[]> {
  const projects = roles.filter((each) => each.roles.includes('expert')).map((each) => each.projectId);
  if (projects.length === 0) return [];
  return (await t.home.reviewsFor(userId, projects, MOST)).map(({ projectId, projectName, samples }) => ({
    projectId,
    name: projectName,
    samples,
    link: `/projects/${projectId}/review`,
  }));
}
