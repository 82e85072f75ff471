'use client';

import { ProjectFrame } from '../projects/project-frame.tsx';
import { LabellingDashboard } from './labelling-dashboard.tsx';

/** The labelling tab of a project. */
export function ProjectLabelling({ projectId }: { projectId: string }) {
  return (
    <ProjectFrame projectId={projectId}>{() => <LabellingDashboard projectId={projectId} />}</ProjectFrame>
  );
}
