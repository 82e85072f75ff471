import type { ReactNode } from 'react';
import { RunLayout } from '~/screens/runs/run-layout.tsx';

export default async function Layout({
  params,
  children,
}: {
  params: Promise<{ runId: string }>;
  children: ReactNode;
}) {
  const { runId } = await params;
  return <RunLayout runId={runId}>{children}</RunLayout>;
}
