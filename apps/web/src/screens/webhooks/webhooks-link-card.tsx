'use client';

import { Card, LinkButton } from '@assay/ui';
import { Webhook } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';

/** The way from the settings of a project to its webhooks. */
export function WebhooksLinkCard({ projectId }: { projectId: string }) {
  const t = useTranslations('webhooks');
  const { path } = useOrg();
  return (
    <Card
      title={t('cardTitle')}
      description={t('cardBody')}
      actions={
        <LinkButton
          size="sm"
          icon={<Webhook aria-hidden />}
          href={path(`/projects/${projectId}/settings/webhooks`)}
        >
          {t('cardLink')}
        </LinkButton>
      }
    />
  );
}
