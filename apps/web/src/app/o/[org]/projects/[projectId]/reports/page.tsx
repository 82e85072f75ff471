import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectReports } from '~/screens/reports/project-reports.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('reports');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectReports projectId={projectId} />;
}
