import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewBlindScreen } from '~/screens/blind/new-blind-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('blind.new');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewBlindScreen projectId={projectId} />;
}
