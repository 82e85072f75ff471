import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewLabelSchemaScreen } from '~/screens/label-schemas/new-label-schema-screen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelSchemas');
  return { title: t('titles.new') };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewLabelSchemaScreen projectId={projectId} />;
}
