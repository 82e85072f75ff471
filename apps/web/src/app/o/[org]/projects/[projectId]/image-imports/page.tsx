import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImageImports } from '~/screens/images/image-imports.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('images');
  return { title: t('titles.imports') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <ImageImports projectId={projectId} />;
}
