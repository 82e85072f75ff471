import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewGuidelineScreen } from '~/screens/guidelines/editor/new-guideline-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidelines');
  return { title: t('titles.new') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewGuidelineScreen projectId={projectId} />;
}
