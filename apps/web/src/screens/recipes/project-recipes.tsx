'use client';

import { ProjectFrame } from '../projects/project-frame.tsx';
import { RecipeList } from './recipe-list.tsx';

/** The recipes tab of a project. */
export function ProjectRecipes({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <RecipeList projectId={projectId} />}</ProjectFrame>;
}
