import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceList } from '~/screens/sources/list/source-list.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <SourceList projectId={projectId} />;
}
