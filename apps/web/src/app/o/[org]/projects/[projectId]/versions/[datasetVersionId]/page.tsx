import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VersionOverview } from '~/screens/versions/version-overview.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('versions');
  return { title: t('titles.one') };
}

export default async function Page({ params }: { params: Promise<{ datasetVersionId: string }> }) {
  const { datasetVersionId } = await params;
  return <VersionOverview versionId={datasetVersionId} />;
}
