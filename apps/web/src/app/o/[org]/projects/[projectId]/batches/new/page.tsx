import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewBatchScreen } from '~/screens/batches/new/new-batch-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('batches');
  return { title: t('titles.new') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewBatchScreen projectId={projectId} />;
}
