import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LabelledItems } from '~/screens/labelling/items-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelling');
  return { title: t('titles.items') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <LabelledItems projectId={projectId} />;
}
