import { PageHeader } from '@assay/ui';
import { getTranslations } from 'next-intl/server';

export default async function HomePage() {
  const t = await getTranslations('shell');
  return <PageHeader title={t('home')} />;
}
