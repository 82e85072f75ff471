import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceProfile } from '~/screens/data/profile/source-profile.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('tabs.profile') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceProfile sourceId={sourceId} />;
}
