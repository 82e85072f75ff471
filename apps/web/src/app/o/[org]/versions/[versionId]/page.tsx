import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VersionLink } from '~/screens/data/version-link.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('data');
  return { title: t('version.label') };
}

export default async function Page({ params }: { params: Promise<{ versionId: string }> }) {
  const { versionId } = await params;
  return <VersionLink versionId={versionId} />;
}
