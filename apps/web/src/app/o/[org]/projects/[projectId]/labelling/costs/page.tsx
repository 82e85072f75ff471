import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CostsScreen } from '~/screens/costs/costs-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('costs');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <CostsScreen projectId={projectId} />;
}
