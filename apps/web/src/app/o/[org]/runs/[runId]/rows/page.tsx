import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RunRows } from '~/screens/runs/run-rows.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('runs');
  return { title: t('titles.rows') };
}

export default async function Page({ params }: { params: Promise<{ runId: string }> }) {
  const { runId } = await params;
  return <RunRows runId={runId} />;
}
