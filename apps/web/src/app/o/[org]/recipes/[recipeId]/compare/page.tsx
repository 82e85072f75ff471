import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RecipeCompare } from '~/screens/recipes/recipe-compare.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('recipes');
  return { title: t('titles.compare') };
}

export default async function Page({ params }: { params: Promise<{ recipeId: string }> }) {
  const { recipeId } = await params;
  return <RecipeCompare recipeId={recipeId} />;
}
