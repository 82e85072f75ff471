import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectPractice } from '~/screens/practice/project-practice.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('practice');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectPractice projectId={projectId} />;
}
