import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceVersions } from '~/screens/data/versions/source-versions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('tabs.versions') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceVersions sourceId={sourceId} />;
}
