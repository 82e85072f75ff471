'use client';

import { ProjectFrame } from '../projects/project-frame.tsx';
import { LabelSchemaList } from './label-schema-list.tsx';

/** The label schemas tab of a project. */
export function ProjectLabelSchemas({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <LabelSchemaList projectId={projectId} />}</ProjectFrame>;
}
