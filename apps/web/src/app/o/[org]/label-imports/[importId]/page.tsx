import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportScreen } from '~/screens/label-imports/import-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelImports');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ importId: string }> }) {
  const { importId } = await params;
  return <ImportScreen importId={importId} />;
}
