import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BatchScreen } from '~/screens/batches/detail/batch-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('batches');
  return { title: t('batch') };
}

export default async function Page({ params }: { params: Promise<{ batchId: string }> }) {
  const { batchId } = await params;
  return <BatchScreen batchId={batchId} />;
}
