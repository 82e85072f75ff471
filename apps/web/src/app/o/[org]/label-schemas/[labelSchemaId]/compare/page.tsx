import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LabelSchemaCompare } from '~/screens/label-schemas/label-schema-compare.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelSchemas');
  return { title: t('titles.compare') };
}

export default async function Page({ params }: { params: Promise<{ labelSchemaId: string }> }) {
  const { labelSchemaId } = await params;
  return <LabelSchemaCompare labelSchemaId={labelSchemaId} />;
}
