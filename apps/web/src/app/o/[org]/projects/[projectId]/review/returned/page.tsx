import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReturnedScreen } from '~/screens/review/returned-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review');
  return { title: t('titles.returned') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ReturnedScreen projectId={projectId} />;
}
