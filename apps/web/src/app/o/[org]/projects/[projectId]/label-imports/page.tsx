import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectImports } from '~/screens/label-imports/project-imports.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelImports');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectImports projectId={projectId} />;
}
