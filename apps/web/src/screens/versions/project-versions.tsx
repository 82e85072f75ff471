'use client';

import { ProjectFrame } from '../projects/project-frame.tsx';
import { VersionList } from './version-list.tsx';

/** The versions tab of a project. */
export function ProjectVersions({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <VersionList projectId={projectId} />}</ProjectFrame>;
}
