import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewRelease } from '~/screens/releases/new-release.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('releases');
  return { title: t('titles.new') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewRelease projectId={projectId} />;
}
