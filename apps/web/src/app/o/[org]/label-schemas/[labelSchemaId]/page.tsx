import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LabelSchemaPage } from '~/screens/label-schemas/label-schema-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelSchemas');
  return { title: t('labelSchema') };
}

export default async function Page({ params }: { params: Promise<{ labelSchemaId: string }> }) {
  const { labelSchemaId } = await params;
  return <LabelSchemaPage labelSchemaId={labelSchemaId} />;
}
