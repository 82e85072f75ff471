import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectVersions } from '~/screens/versions/project-versions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('versions');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectVersions projectId={projectId} />;
}
