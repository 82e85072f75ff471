import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ControlAnswers } from '~/screens/labelling/controls-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelling');
  return { title: t('titles.controls') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ControlAnswers projectId={projectId} />;
}
