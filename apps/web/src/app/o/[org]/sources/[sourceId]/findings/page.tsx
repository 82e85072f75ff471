import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SourceFindings } from '~/screens/sources/findings/source-findings.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('titles.findings') };
}

export default async function Page({ params }: { params: Promise<{ sourceId: string }> }) {
  const { sourceId } = await params;
  return <SourceFindings sourceId={sourceId} />;
}
