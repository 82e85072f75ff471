import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PatternsScreen } from '~/screens/review/patterns-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review');
  return { title: t('titles.patterns') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <PatternsScreen projectId={projectId} />;
}
