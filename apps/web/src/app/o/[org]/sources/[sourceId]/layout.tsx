import type { ReactNode } from 'react';
import { SourceLayout } from '~/screens/sources/source-layout.tsx';

export default async function Layout({
  params,
  children,
}: {
  params: Promise<{ sourceId: string }>;
  children: ReactNode;
}) {
  const { sourceId } = await params;
  return <SourceLayout sourceId={sourceId}>{children}</SourceLayout>;
}
