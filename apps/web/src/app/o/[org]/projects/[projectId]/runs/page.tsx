import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectRuns } from '~/screens/runs/project-runs.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('runs');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectRuns projectId={projectId} />;
}
