import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectReleases } from '~/screens/releases/project-releases.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('releases');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectReleases projectId={projectId} />;
}
