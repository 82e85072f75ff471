import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectWork } from '~/screens/work/project-work.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('work');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectWork projectId={projectId} />;
}
