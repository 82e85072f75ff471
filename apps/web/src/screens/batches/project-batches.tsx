'use client';

import { ProjectFrame } from '../projects/project-frame.tsx';
import { BatchList } from './batch-list.tsx';

/** The batches tab of a project. */
export function ProjectBatches({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <BatchList projectId={projectId} />}</ProjectFrame>;
}
