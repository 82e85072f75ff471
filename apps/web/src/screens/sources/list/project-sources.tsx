'use client';

import { ProjectFrame } from '../../projects/project-frame.tsx';
import { SourceList } from './source-list.tsx';

/** The sources tab of a project. */
export function ProjectSources({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <SourceList projectId={projectId} />}</ProjectFrame>;
}
