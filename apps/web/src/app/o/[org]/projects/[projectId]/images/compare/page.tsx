import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ComparePictures } from '~/screens/images/compare/compare-pictures.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('images');
  return { title: t('titles.compare') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ComparePictures projectId={projectId} />;
}
