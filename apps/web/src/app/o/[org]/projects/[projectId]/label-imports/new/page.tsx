import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewImportScreen } from '~/screens/label-imports/new-import-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelImports');
  return { title: t('titles.new') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewImportScreen projectId={projectId} />;
}
