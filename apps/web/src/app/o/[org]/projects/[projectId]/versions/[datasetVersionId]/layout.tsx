import type { ReactNode } from 'react';
import { VersionLayout } from '~/screens/versions/version-layout.tsx';

type Props = { children: ReactNode; params: Promise<{ datasetVersionId: string }> };

export default async function Layout({ children, params }: Props) {
  const { datasetVersionId } = await params;
  return <VersionLayout versionId={datasetVersionId}>{children}</VersionLayout>;
}
