import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectImages } from '~/screens/images/project-images.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('images');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ProjectImages projectId={projectId} />;
}
