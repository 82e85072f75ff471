import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewImageImportScreen } from '~/screens/images/new/new-image-import-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('images');
  return { title: t('titles.new') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewImageImportScreen projectId={projectId} />;
}
