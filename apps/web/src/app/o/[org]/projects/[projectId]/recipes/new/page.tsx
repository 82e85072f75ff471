import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewRecipeScreen } from '~/screens/recipes/new-recipe-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recipes');
  return { title: t('titles.new') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewRecipeScreen projectId={projectId} />;
}
