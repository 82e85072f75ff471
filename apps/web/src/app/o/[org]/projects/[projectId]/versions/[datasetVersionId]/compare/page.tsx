import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CompareVersions } from '~/screens/versions/compare-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('versions');
  return { title: t('titles.compare') };
}

export default async function Page({ params }: { params: Promise<{ datasetVersionId: string }> }) {
  const { datasetVersionId } = await params;
  return <CompareVersions versionId={datasetVersionId} />;
}
