import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RecipePage } from '~/screens/recipes/recipe-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recipes');
  return { title: t('recipe') };
}

export default async function Page({ params }: { params: Promise<{ recipeId: string }> }) {
  const { recipeId } = await params;
  return <RecipePage recipeId={recipeId} />;
}
