'use client';

import { ErrorState, LinkButton, PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';

type Props = { error: Error & { digest?: string }; retry: () => void };

/** A page that broke while it was drawn: what happened, what was kept, and the ways on. */
export function PageFailure({ error, retry }: Props) {
  const t = useTranslations('common');
  return (
    <>
      <PageHeader title={t('failedTitle')} />
      <ErrorState
        title={t('failedWhat')}
        kept={t('failedKept')}
        next={t('failedNext')}
        onRetry={retry}
        {...(error.digest === undefined ? {} : { reference: error.digest })}
        actions={<LinkButton href="/">{t('goHome')}</LinkButton>}
      />
    </>
  );
}
