import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuidelineQuestions } from '~/screens/guidelines/questions/guideline-questions.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidelines');
  return { title: t('titles.questions') };
}

export default async function Page({ params }: { params: Promise<{ guidelineId: string }> }) {
  const { guidelineId } = await params;
  return <GuidelineQuestions guidelineId={guidelineId} />;
}
