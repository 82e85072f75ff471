import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UploadWizard } from '~/screens/sources/upload/upload-wizard.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('sources');
  return { title: t('titles.new') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <UploadWizard projectId={projectId} />;
}
