import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectGoals } from '~/screens/goals/project-goals.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('goals');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectGoals projectId={projectId} />;
}
