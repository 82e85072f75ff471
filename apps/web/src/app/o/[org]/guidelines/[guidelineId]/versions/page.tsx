import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuidelineVersions } from '~/screens/guidelines/guideline-versions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidelines');
  return { title: t('titles.versions') };
}

export default async function Page({ params }: { params: Promise<{ guidelineId: string }> }) {
  const { guidelineId } = await params;
  return <GuidelineVersions guidelineId={guidelineId} />;
}
