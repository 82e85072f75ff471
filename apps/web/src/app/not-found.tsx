import { EmptyState, LinkButton } from '@assay/ui';
import { getTranslations } from 'next-intl/server';

export default async function NotFoundPage() {
  const t = await getTranslations('common');
  return (
    <main className="mx-auto max-w-xl py-16">
      <h1 className="sr-only">{t('notFoundTitle')}</h1>
      <EmptyState
        title={t('notFoundTitle')}
        description={t('notFoundBody')}
        action={<LinkButton href="/">{t('goHome')}</LinkButton>}
      />
    </main>
  );
}
