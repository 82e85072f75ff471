'use client';

import { ProjectFrame } from '../projects/project-frame.tsx';
import { RunList } from './run-list.tsx';

/** The runs tab of a project. */
export function ProjectRuns({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <RunList projectId={projectId} />}</ProjectFrame>;
}
