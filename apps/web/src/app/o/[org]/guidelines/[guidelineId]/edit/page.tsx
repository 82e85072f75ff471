import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EditGuidelineScreen } from '~/screens/guidelines/editor/edit-guideline-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidelines');
  return { title: t('titles.edit') };
}

export default async function Page({ params }: { params: Promise<{ guidelineId: string }> }) {
  const { guidelineId } = await params;
  return <EditGuidelineScreen guidelineId={guidelineId} />;
}
