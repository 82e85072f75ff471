import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReturnScreen } from '~/screens/review/return-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review');
  return { title: t('titles.return') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string; returnId: string }> }) {
  const { projectId, returnId } = await params;
  return <ReturnScreen projectId={projectId} returnId={returnId} />;
}
