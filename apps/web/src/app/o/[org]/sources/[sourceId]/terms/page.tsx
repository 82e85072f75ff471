import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceTermsScreen } from '~/screens/sources/terms/source-terms.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('titles.terms') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceTermsScreen sourceId={sourceId} />;
}
