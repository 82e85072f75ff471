import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VersionExports } from '~/screens/versions/version-exports.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('versions');
  return { title: t('titles.exports') };
}

export default async function Page({ params }: { params: Promise<{ datasetVersionId: string }> }) {
  const { datasetVersionId } = await params;
  return <VersionExports versionId={datasetVersionId} />;
}
