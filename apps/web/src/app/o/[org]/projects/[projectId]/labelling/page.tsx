import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectLabelling } from '~/screens/labelling/project-labelling.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelling');
  return { title: t('titles.dashboard') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectLabelling projectId={projectId} />;
}
