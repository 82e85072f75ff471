import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectGuidelines } from '~/screens/guidelines/project-guidelines.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidelines');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectGuidelines projectId={projectId} />;
}
