import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportRunScreen } from '~/screens/runs/import/import-run-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('runs');
  return { title: t('titles.import') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ImportRunScreen projectId={projectId} />;
}
