import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuidelineCompare } from '~/screens/guidelines/compare/guideline-compare.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidelines');
  return { title: t('titles.compare') };
}

export default async function Page({ params }: { params: Promise<{ guidelineId: string }> }) {
  const { guidelineId } = await params;
  return <GuidelineCompare guidelineId={guidelineId} />;
}
