'use client';

import { webhookEvent } from '@assay/contracts';
import {
  Button,
  Card,
  CodeBlock,
  DateTime,
  Dialog,
  EmptyState,
  Pagination,
  SkeletonRows,
  StatusBadge,
  TimeAgo,
  useToast,
} from '@assay/ui';
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager } from '~/shell/use-url-params.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { type Delivery, deliveryTones, type Webhook, wordsOfEvent } from './webhook-types.ts';

const PAGE = 20;
/** How often what is on its way is looked at. */
const LOOK_MS = 2000;

/** What was sent to a webhook, with each attempt. */
export function DeliveriesCard({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('webhooks');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const { cursor, pages } = usePager();
  const [opened, setOpened] = useState<Delivery | null>(null);
  const query = useQuery({
    ...trpc.webhook.deliveries.queryOptions({ webhookId: webhook.id, cursor, limit: PAGE }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.deliveries.some((each) => each.status === 'PENDING') === true ? LOOK_MS : false,
  });
  const again = useMutation(trpc.webhook.sendAgain.mutationOptions());
  const onAgain = async (delivery: Delivery) => {
    try {
      await again.mutateAsync({ deliveryId: delivery.id });
      toast({ title: t('againOnItsWay') });
    } catch (error) {
      toast({ title: refusalOf(error).message, tone: 'bad' });
    }
    await queryClient.invalidateQueries(trpc.webhook.pathFilter());
  };
  return (
    <Card title={t('deliveries')} id="deliveries" description={t('deliveriesAbout')} flush>
      <QueryState query={query} loading={<SkeletonRows />}>
        {({ deliveries, cursor: next }) => (
          <>
            {deliveries.length === 0 ? (
              <EmptyState
                compact
                icon={<Inbox aria-hidden />}
                title={t('noneTitle')}
                description={t('noneBody')}
              />
            ) : (
              <ul className="divide-y divide-line">
                {deliveries.map((delivery) => (
                  <li
                    key={delivery.id}
                    className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 sm:px-5"
                  >
                    <DeliveryText delivery={delivery} />
                    <span className="flex flex-wrap gap-2">
                      <Button size="sm" variant="quiet" onClick={() => setOpened(delivery)}>
                        {t('body')}
                      </Button>
                      <Button
                        size="sm"
                        disabled={delivery.status === 'PENDING' || webhook.status !== 'ON'}
                        onClick={() => void onAgain(delivery)}
                      >
                        {t('again')}
                      </Button>
                    </span>
                  </li>
                ))}
              </ul>
            )}
            {cursor === null && next === null ? null : (
              <div className="border-t border-line px-4 py-3 sm:px-5">
                <Pagination {...pages(next)} />
              </div>
            )}
          </>
        )}
      </QueryState>
      {opened === null ? null : (
        <Dialog
          open
          onOpenChange={(open) => {
            if (!open) setOpened(null);
          }}
          size="lg"
          title={t('bodyTitle')}
          description={t('bodyAbout', { id: `msg_${opened.id}` })}
        >
          <CodeBlock label={t('body')} code={JSON.stringify(JSON.parse(opened.body), null, 2)} />
        </Dialog>
      )}
    </Card>
  );
}

function DeliveryText({ delivery }: { delivery: Delivery }) {
  const t = useTranslations('webhooks');
  const event = webhookEvent.safeParse(delivery.event);
  return (
    <div className="min-w-0 flex-1 basis-72 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge tone={deliveryTones[delivery.status]}>
          {t(`deliveryStatuses.${delivery.status}`)}
        </StatusBadge>
        <span className="font-medium">
          {event.success ? t(`event.${wordsOfEvent(event.data)}`) : t('testEvent')}
        </span>
        <TimeAgo at={delivery.createdAt} className="text-xs text-fg-muted" />
      </div>
      <ol className="mt-1.5 flex flex-col gap-0.5 text-xs text-fg-secondary">
        {delivery.tries.map((each) => (
          <li key={each.number} className="tabular-nums">
            {t.rich('attempt', {
              number: each.number,
              ms: each.ms,
              result:
                each.answer === null
                  ? t(`faults.${each.fault ?? 'unreachable'}`)
                  : t('answer', { code: String(each.answer) }),
              at: () => <DateTime at={each.at} />,
            })}
          </li>
        ))}
      </ol>
      {delivery.nextAt === null ? null : (
        <p className="mt-1 text-xs text-fg-muted">
          {t.rich('next', { at: () => <DateTime at={delivery.nextAt ?? ''} /> })}
        </p>
      )}
    </div>
  );
}
