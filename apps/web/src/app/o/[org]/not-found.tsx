'use client';

import { LinkButton, PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';

export default function OrganisationNotFoundPage() {
  const t = useTranslations('common');
  const { path } = useOrg();
  return (
    <PageHeader
      title={t('notFoundTitle')}
      description={t('notFoundBody')}
      actions={<LinkButton href={path('')}>{t('goHome')}</LinkButton>}
    />
  );
}
