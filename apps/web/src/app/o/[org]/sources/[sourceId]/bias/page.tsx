import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceBias } from '~/screens/data/bias/source-bias.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('tabs.bias') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceBias sourceId={sourceId} />;
}
