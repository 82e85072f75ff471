import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AgreementScreen } from '~/screens/agreement/agreement-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('agreement');
  return { title: t('titles.page') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <AgreementScreen projectId={projectId} />;
}
