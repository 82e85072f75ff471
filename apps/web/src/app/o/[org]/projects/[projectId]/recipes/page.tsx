import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectRecipes } from '~/screens/recipes/project-recipes.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recipes');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectRecipes projectId={projectId} />;
}
