import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuidelinePage } from '~/screens/guidelines/read/guideline-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidelines');
  return { title: t('guideline') };
}

export default async function Page({ params }: { params: Promise<{ guidelineId: string }> }) {
  const { guidelineId } = await params;
  return <GuidelinePage guidelineId={guidelineId} />;
}
