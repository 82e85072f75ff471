'use client';

import { Button, Callout, Card, EmptyState, PageHeader, SkeletonRows } from '@assay/ui';
import { KeyRound, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useCan } from '~/shell/use-can.ts';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ApiKeysTable } from './api-keys-table.tsx';
import { CreateKeyDialog } from './create-key-dialog.tsx';

export function ApiKeysScreen() {
  const t = useTranslations('apiKeys');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const may = useCan();
  const { params, replace } = useUrlParams();
  const list = useQuery(trpc.apiKey.list.queryOptions());
  const mayManage = may('apiKey.manage');
  const create = mayManage ? (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => replace({ new: '1' })}>
      {t('create')}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumbs={crumbs([{ label: t('title') }])}
        actions={create}
      />
      {mayManage ? null : <Callout className="mb-4">{t('mayNotManage')}</Callout>}
      <Card flush>
        <QueryState query={list} loading={<SkeletonRows />}>
          {(keys) =>
            keys.length === 0 ? (
              <EmptyState
                icon={<KeyRound aria-hidden />}
                title={t('emptyTitle')}
                description={t('emptyBody')}
                action={create}
              />
            ) : (
              <ApiKeysTable apiKeys={keys} mayManage={mayManage} />
            )
          }
        </QueryState>
      </Card>
      {mayManage && params.get('new') !== null ? (
        <CreateKeyDialog onClose={() => replace({ new: null })} />
      ) : null}
    </>
  );
}
