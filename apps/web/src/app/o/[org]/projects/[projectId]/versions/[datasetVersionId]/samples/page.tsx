import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VersionSamples } from '~/screens/versions/version-samples.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('versions');
  return { title: t('titles.samples') };
}

export default async function Page({ params }: { params: Promise<{ datasetVersionId: string }> }) {
  const { datasetVersionId } = await params;
  return <VersionSamples versionId={datasetVersionId} />;
}
