import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { GuideIndex } from '~/screens/guide/guide-index.tsx';
import { guideSections } from '~/server/guide-sections.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('guide');
  return { title: t('title') };
}

export default async function Page() {
  return <GuideIndex sections={await guideSections()} />;
}
