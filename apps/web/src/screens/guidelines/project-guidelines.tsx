'use client';

import { ProjectFrame } from '../projects/project-frame.tsx';
import { GuidelineList } from './guideline-list.tsx';

/** The guidelines tab of a project. */
export function ProjectGuidelines({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <GuidelineList projectId={projectId} />}</ProjectFrame>;
}
