import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectBatches } from '~/screens/batches/project-batches.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('batches');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectBatches projectId={projectId} />;
}
