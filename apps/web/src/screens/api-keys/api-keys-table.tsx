'use client';

import type { AppRouter } from '@assay/api';
import {
  Button,
  ConfirmDialog,
  DataTable,
  DateTime,
  Popover,
  ScrollRegion,
  StatusBadge,
  TimeAgo,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';

type ApiKey = inferRouterOutputs<AppRouter>['apiKey']['list'][number];

const tones = { active: 'good', expired: 'warn', revoked: 'neutral' } as const;

export function ApiKeysTable({ apiKeys, mayManage }: { apiKeys: readonly ApiKey[]; mayManage: boolean }) {
  const t = useTranslations('apiKeys');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const revoke = useMutation(trpc.apiKey.revoke.mutationOptions());
  const revokeNow = async (key: ApiKey) => {
    await revoke.mutateAsync({ keyId: key.id });
    void queryClient.invalidateQueries(trpc.apiKey.pathFilter());
    toast({ title: t('revoked', { name: key.name }) });
  };
  return (
    <DataTable
      caption={t('title')}
      narrow="cards"
      rows={apiKeys}
      rowKey={(key) => key.id}
      columns={[
        {
          id: 'name',
          header: t('name'),
          rowHeader: true,
          cell: (key) => (
            <span className="flex flex-col max-sm:text-right">
              <span className="wrap-anywhere">{key.name}</span>
              <code className="font-mono text-xs font-normal text-fg-muted">{key.prefix}…</code>
            </span>
          ),
        },
        {
          id: 'state',
          header: t('state'),
          cell: (key) => <StatusBadge tone={tones[key.state]}>{t(`states.${key.state}`)}</StatusBadge>,
        },
        { id: 'scopes', header: t('scopes'), cell: (key) => <Scopes apiKey={key} /> },
        { id: 'owner', header: t('owner'), cell: (key) => key.owner.name ?? common('unknownPerson') },
        {
          id: 'used',
          header: t('lastUsed'),
          cell: (key) =>
            key.lastUsedAt === null ? (
              <span className="text-fg-muted">{common('never')}</span>
            ) : (
              <TimeAgo at={key.lastUsedAt} />
            ),
        },
        {
          id: 'expires',
          header: t('expires'),
          cell: (key) =>
            key.expiresAt === null ? null : (
              <DateTime at={key.expiresAt} format="date" className="text-fg-secondary" />
            ),
        },
      ]}
      {...(mayManage
        ? {
            rowActionsLabel: common('actions'),
            rowActions: (key: ApiKey) =>
              key.state !== 'active' ? null : (
                <ConfirmDialog
                  title={t('revokeTitle', { name: key.name })}
                  description={t('revokeBody')}
                  confirmLabel={t('revoke')}
                  destructive
                  onConfirm={() => revokeNow(key)}
                  trigger={
                    <Button size="sm" variant="danger-quiet">
                      {t('revoke')}
                    </Button>
                  }
                />
              ),
          }
        : {})}
    />
  );
}

/** How many scopes a key has; opened, which. */
function Scopes({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations('apiKeys');
  return (
    <Popover
      label={t('scopes')}
      trigger={
        <Button size="sm" variant="quiet" className="-ml-2.5 max-sm:-mr-2.5">
          {t('scopeCount', { count: apiKey.scopes.length })}
        </Button>
      }
    >
      <ScrollRegion label={t('scopes')} className="max-h-72">
        <ul className="flex flex-col gap-1.5 text-sm">
          {apiKey.scopes.map((scope) => (
            <li key={scope}>
              {t.has(`scope.${scope}` as never) ? t(`scope.${scope}` as never) : scope}
              <code className="block font-mono text-xs text-fg-muted">{scope}</code>
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </Popover>
  );
}
