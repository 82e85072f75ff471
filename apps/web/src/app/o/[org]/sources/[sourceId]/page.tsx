import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceOverview } from '~/screens/sources/overview/source-overview.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('titles.overview') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceOverview sourceId={sourceId} />;
}
