import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceSplits } from '~/screens/data/splits/source-splits.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('tabs.splits') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceSplits sourceId={sourceId} />;
}
