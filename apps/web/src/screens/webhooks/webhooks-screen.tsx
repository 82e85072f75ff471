'use client';

import {
  Button,
  Callout,
  Card,
  DataTable,
  EmptyState,
  SkeletonRows,
  StatusBadge,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { Plus, Webhook as WebhookIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ProjectFrame } from '../projects/project-frame.tsx';
import { CreateWebhookDialog } from './create-webhook-dialog.tsx';
import { WebhookDetail } from './webhook-detail.tsx';
import { deliveryTones, statusTones, type Webhook } from './webhook-types.ts';

/** The webhooks of a project: where its news are sent, and how that goes. */
export function WebhooksScreen({ projectId }: { projectId: string }) {
  const t = useTranslations('webhooks');
  return (
    <ProjectFrame projectId={projectId}>
      {(project) =>
        project.permissions.includes('webhook.read') ? (
          <Webhooks projectId={projectId} />
        ) : (
          <Callout title={t('mayNotTitle')}>{t('mayNotBody')}</Callout>
        )
      }
    </ProjectFrame>
  );
}

function Webhooks({ projectId }: { projectId: string }) {
  const t = useTranslations('webhooks');
  const trpc = useTRPC();
  const { params, replace, hrefWith } = useUrlParams();
  const list = useQuery(trpc.webhook.list.queryOptions({ projectId }));
  const chosen = list.data?.find((each) => each.id === params.get('webhook'));
  const create = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => replace({ new: '1' })}>
      {t('create')}
    </Button>
  );
  return (
    <div className="flex flex-col gap-6">
      <Card title={t('title')} description={t('description')} actions={create} flush>
        <QueryState query={list} loading={<SkeletonRows />}>
          {(webhooks) =>
            webhooks.length === 0 ? (
              <EmptyState
                icon={<WebhookIcon aria-hidden />}
                title={t('emptyTitle')}
                description={t('emptyBody')}
              />
            ) : (
              <DataTable
                caption={t('title')}
                narrow="cards"
                rows={webhooks}
                rowKey={(webhook: Webhook) => webhook.id}
                columns={[
                  {
                    id: 'name',
                    header: t('name'),
                    rowHeader: true,
                    cell: (webhook) => (
                      <span className="flex min-w-0 flex-col max-sm:text-right">
                        <TextLink href={hrefWith({ webhook: webhook.id, after: null })}>
                          {webhook.name}
                        </TextLink>
                        <span className="text-xs font-normal text-fg-muted wrap-anywhere">
                          {new URL(webhook.url).host}
                        </span>
                      </span>
                    ),
                  },
                  {
                    id: 'status',
                    header: t('status'),
                    cell: (webhook) => (
                      <StatusBadge tone={statusTones[webhook.status]}>
                        {t(`statuses.${webhook.status}`)}
                      </StatusBadge>
                    ),
                  },
                  {
                    id: 'events',
                    header: t('events'),
                    cell: (webhook) => t('eventCount', { count: webhook.events.length }),
                  },
                  {
                    id: 'last',
                    header: t('last'),
                    cell: ({ last }) =>
                      last === null ? (
                        <span className="text-fg-muted">{t('nothingSent')}</span>
                      ) : (
                        <span className="flex flex-wrap items-center gap-2 max-sm:justify-end">
                          <StatusBadge tone={deliveryTones[last.status]}>
                            {t(`deliveryStatuses.${last.status}`)}
                          </StatusBadge>
                          <TimeAgo at={last.at} className="text-xs text-fg-muted" />
                        </span>
                      ),
                  },
                ]}
              />
            )
          }
        </QueryState>
      </Card>
      {chosen === undefined ? null : <WebhookDetail key={chosen.id} webhook={chosen} />}
      {params.get('new') === null ? null : (
        <CreateWebhookDialog projectId={projectId} onClose={() => replace({ new: null })} />
      )}
    </div>
  );
}
