import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectScenarios } from '~/screens/scenarios/project-scenarios.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('scenarios');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectScenarios projectId={projectId} />;
}
