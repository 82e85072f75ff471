import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuidelineAnswers } from '~/screens/guidelines/answers/guideline-answers.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guidelines');
  return { title: t('titles.answers') };
}

export default async function Page({ params }: { params: Promise<{ guidelineId: string }> }) {
  const { guidelineId } = await params;
  return <GuidelineAnswers guidelineId={guidelineId} />;
}
