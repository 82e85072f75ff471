import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ItemScreen } from '~/screens/review/item-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('review');
  return { title: t('titles.item') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string; itemId: string }> }) {
  const { projectId, itemId } = await params;
  return <ItemScreen projectId={projectId} itemId={itemId} />;
}
