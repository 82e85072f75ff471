import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceRows } from '~/screens/data/source-rows.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('tabs.rows') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceRows sourceId={sourceId} />;
}
