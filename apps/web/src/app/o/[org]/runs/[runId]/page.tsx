import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RunOverview } from '~/screens/runs/run-overview.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('runs');
  return { title: t('run') };
}

export default async function Page({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params;
  return <RunOverview runId={runId} />;
}
