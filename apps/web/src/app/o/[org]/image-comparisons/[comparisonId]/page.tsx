import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ComparisonPage } from '~/screens/images/compare/comparison-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('images');
  return { title: t('titles.compare') };
}

export default async function Page({ params }: { params: Promise<{ comparisonId: string }> }) {
  const { comparisonId } = await params;
  return <ComparisonPage comparisonId={comparisonId} />;
}
