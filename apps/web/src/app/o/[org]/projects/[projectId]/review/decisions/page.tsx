import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DecisionsScreen } from '~/screens/review/decisions-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review');
  return { title: t('titles.decisions') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <DecisionsScreen projectId={projectId} />;
}
