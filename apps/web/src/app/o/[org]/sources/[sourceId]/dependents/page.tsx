import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceDependents } from '~/screens/data/versions/source-dependents.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('tabs.dependents') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceDependents sourceId={sourceId} />;
}
