import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewVersion } from '~/screens/versions/new-version.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('versions');
  return { title: t('titles.new') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewVersion projectId={projectId} />;
}
