import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReleasePage } from '~/screens/releases/release-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('releases');
  return { title: t('titles.one') };
}

export default async function Page({ params }: { params: Promise<{ releaseId: string }> }) {
  const { releaseId } = await params;
  return <ReleasePage releaseId={releaseId} />;
}
