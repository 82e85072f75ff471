import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MigratePage } from '~/screens/label-schemas/migrate/migrate-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('labelSchemas');
  return { title: t('migrate.title') };
}

export default async function Page({ params }: { params: Promise<{ labelSchemaId: string }> }) {
  const { labelSchemaId } = await params;
  return <MigratePage labelSchemaId={labelSchemaId} />;
}
