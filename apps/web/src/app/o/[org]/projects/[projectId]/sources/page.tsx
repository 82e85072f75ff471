import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectSources } from '~/screens/sources/list/project-sources.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectSources projectId={projectId} />;
}
