import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuidelineReaders } from '~/screens/guidelines/guideline-readers.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidelines');
  return { title: t('titles.readers') };
}

export default async function Page({ params }: { params: Promise<{ guidelineId: string }> }) {
  const { guidelineId } = await params;
  return <GuidelineReaders guidelineId={guidelineId} />;
}
