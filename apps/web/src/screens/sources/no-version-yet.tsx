'use client';

import { Card, EmptyState, LinkButton } from '@assay/ui';
import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { Source } from './use-source.ts';
import { isPending } from './version-status.tsx';

/** In place of what needs an imported version: what it waits for, and the way there. */
export function NoVersionYet({ source }: { source: Source }) {
  const t = useTranslations('sources');
  const { path } = useOrg();
  const latest = source.versions[0];
  const pending = latest !== undefined && isPending(latest.status);
  return (
    <Card>
      <EmptyState
        icon={<Hourglass />}
        title={source.erasedAt === null ? t('noVersion.title') : t('overview.erasedTitle')}
        description={source.erasedAt === null ? t('noVersion.body') : t('overview.erasedBody')}
        action={
          pending ? (
            <LinkButton variant="primary" href={path(`/sources/${source.id}/import/${latest.id}`)}>
              {t('overview.goToImport')}
            </LinkButton>
          ) : undefined
        }
      />
    </Card>
  );
}
