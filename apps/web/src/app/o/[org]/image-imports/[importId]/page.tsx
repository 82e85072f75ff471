import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImageImportScreen } from '~/screens/images/one/image-import-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('images');
  return { title: t('titles.imports') };
}

export default async function Page({ params }: { params: Promise<{ importId: string }> }) {
  const { importId } = await params;
  return <ImageImportScreen importId={importId} />;
}
