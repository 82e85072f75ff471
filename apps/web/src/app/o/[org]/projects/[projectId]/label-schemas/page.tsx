import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectLabelSchemas } from '~/screens/label-schemas/project-label-schemas.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelSchemas');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectLabelSchemas projectId={projectId} />;
}
