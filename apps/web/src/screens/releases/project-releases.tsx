'use client';

import { ProjectFrame } from '../projects/project-frame.tsx';
import { ReleaseList } from './release-list.tsx';

/** The releases tab of a project. */
export function ProjectReleases({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <ReleaseList projectId={projectId} />}</ProjectFrame>;
}
