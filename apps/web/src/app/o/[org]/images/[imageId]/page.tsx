import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImageScreen } from '~/screens/images/viewer/image-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('images');
  return { title: t('titles.list') };
}

export default async function Page({ params }: { params: Promise<{ imageId: string }> }) {
  const { imageId } = await params;
  return <ImageScreen imageId={imageId} />;
}
