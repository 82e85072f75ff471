import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectPolicies } from '~/screens/policies/project-policies.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('policies');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectPolicies projectId={projectId} />;
}
