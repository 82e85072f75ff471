import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceColumns } from '~/screens/sources/columns/source-columns.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('titles.columns') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceColumns sourceId={sourceId} />;
}
