import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RowDetail } from '~/screens/data/row-detail.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('tabs.rows') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string; row: string }> }) {
  const { sourceId, row } = await params;
  return <RowDetail sourceId={sourceId} row={row} />;
}
