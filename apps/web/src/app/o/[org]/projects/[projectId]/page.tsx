import { getTranslations } from 'next-intl/server';
import { ProjectOverview } from '~/screens/projects/project-overview.tsx';
import { projectName } from '~/server/titles.ts';

type Props = { params: Promise<{ org: string; projectId: string }> };

export async function generateMetadata({ params }: Props) {
  const { org, projectId } = await params;
  const t = await getTranslations('projects');
  const name = (await projectName(org, projectId)) ?? t('oneTitle');
  return { title: name };
}

export default async function Page({ params }: Props) {
  return <ProjectOverview projectId={(await params).projectId} />;
}
