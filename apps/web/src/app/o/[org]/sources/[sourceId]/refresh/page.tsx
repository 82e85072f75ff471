import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RefreshWizard } from '~/screens/sources/upload/refresh-wizard.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('titles.refresh') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <RefreshWizard sourceId={sourceId} />;
}
