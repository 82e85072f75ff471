'use client';

import {
  Button,
  Callout,
  Card,
  ConfirmDialog,
  DateTime,
  Dialog,
  KeyValue,
  StatusBadge,
  TimeAgo,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil, RotateCcwKey, Send, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { ShownSecret } from './create-webhook-dialog.tsx';
import { DeliveriesCard } from './deliveries-card.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { statusTones, type Webhook, wordsOfEvent } from './webhook-types.ts';

const FORM = 'webhook-change';

/** One webhook: what it is told, what can be done with it, and what was sent. */
export function WebhookDetail({ webhook }: { webhook: Webhook }) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const { replace } = useUrlParams();
  const [changing, setChanging] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const reload = () => queryClient.invalidateQueries(trpc.webhook.pathFilter());
  const update = useMutation(trpc.webhook.update.mutationOptions());
  const rotate = useMutation(trpc.webhook.rotate.mutationOptions());
  const remove = useMutation(trpc.webhook.remove.mutationOptions());
  const sendTest = useMutation(trpc.webhook.sendTest.mutationOptions());
  const onTest = async () => {
    try {
      await sendTest.mutateAsync({ webhookId: webhook.id });
      toast({ title: t('testOnItsWay') });
      await reload();
    } catch (error) {
      toast({ title: refusalOf(error).message, tone: 'bad' });
    }
  };
  return (
    <>
      <Card
        title={webhook.name}
        id="webhook"
        actions={
          <>
            <Button
              size="sm"
              icon={<Send aria-hidden />}
              loading={sendTest.isPending}
              onClick={() => void onTest()}
            >
              {t('sendTest')}
            </Button>
            <Button size="sm" icon={<Pencil aria-hidden />} onClick={() => setChanging(true)}>
              {t('change')}
            </Button>
            <ConfirmDialog
              title={t('rotateTitle')}
              description={t('rotateBody')}
              confirmLabel={t('rotate')}
              onConfirm={async () => {
                const made = await rotate.mutateAsync({ webhookId: webhook.id, revision: webhook.revision });
                setSecret(made.secret);
                await reload();
              }}
              trigger={
                <Button size="sm" icon={<RotateCcwKey aria-hidden />}>
                  {t('rotate')}
                </Button>
              }
            />
            <ConfirmDialog
              title={t('deleteTitle', { name: webhook.name })}
              description={t('deleteBody')}
              confirmLabel={t('delete')}
              destructive
              onConfirm={async () => {
                await remove.mutateAsync({ webhookId: webhook.id });
                toast({ title: t('deleted', { name: webhook.name }) });
                replace({ webhook: null, after: null });
                await reload();
              }}
              trigger={
                <Button size="sm" variant="danger-quiet" icon={<Trash2 aria-hidden />}>
                  {t('delete')}
                </Button>
              }
            />
          </>
        }
      >
        <div className="flex flex-col gap-4">
          {webhook.status === 'FAILED' ? (
            <Callout tone="bad" title={t('failedTitle')}>
              {t('failedBody')}
            </Callout>
          ) : null}
          {webhook.overlapUntil === null ? null : (
            <Callout tone="info">
              {t.rich('overlap', { until: () => <DateTime at={webhook.overlapUntil ?? ''} /> })}
            </Callout>
          )}
          <KeyValue
            items={[
              {
                key: 'status',
                label: t('status'),
                value: (
                  <StatusBadge tone={statusTones[webhook.status]}>
                    {t(`statuses.${webhook.status}`)}
                  </StatusBadge>
                ),
              },
              {
                key: 'url',
                label: t('url'),
                value: <code className="font-mono text-xs break-all">{webhook.url}</code>,
              },
              {
                key: 'events',
                label: t('events'),
                value: webhook.events.map((event) => t(`event.${wordsOfEvent(event)}`)).join(', '),
              },
              {
                key: 'taken',
                label: t('takenAt'),
                value: webhook.takenAt === null ? common('never') : <TimeAgo at={webhook.takenAt} />,
              },
              {
                key: 'by',
                label: t('madeBy'),
                value: (
                  <>
                    {webhook.createdBy.name ?? common('unknownPerson')}, <DateTime at={webhook.createdAt} />
                  </>
                ),
              },
            ]}
          />
        </div>
      </Card>
      <DeliveriesCard webhook={webhook} />
      {changing ? (
        <Dialog
          open
          onOpenChange={(open) => {
            if (!open) setChanging(false);
          }}
          size="lg"
          title={t('changeTitle')}
          footer={
            <>
              <Button onClick={() => setChanging(false)}>{common('cancel')}</Button>
              <Button type="submit" form={FORM} variant="primary" loading={update.isPending}>
                {t('save')}
              </Button>
            </>
          }
        >
          <WebhookForm
            key={webhook.revision}
            id={FORM}
            isNew={false}
            start={{
              name: webhook.name,
              url: webhook.url,
              events: webhook.events,
              isOn: webhook.status === 'ON',
            }}
            error={update.error}
            onReload={() => void reload().then(() => update.reset())}
            onSend={({ name, url, events, isOn }) => {
              if (update.isPending) return;
              update.mutate(
                {
                  webhookId: webhook.id,
                  revision: webhook.revision,
                  name,
                  url,
                  events: [...events],
                  status: isOn ? 'ON' : 'OFF',
                },
                {
                  onSuccess: async () => {
                    await reload();
                    setChanging(false);
                    toast({ title: t('saved') });
                  },
                },
              );
            }}
          />
        </Dialog>
      ) : null}
      {secret === null ? null : (
        <Dialog
          open
          onOpenChange={(open) => {
            if (!open) setSecret(null);
          }}
          size="lg"
          title={t('newSecretTitle')}
          footer={
            <Button variant="primary" onClick={() => setSecret(null)}>
              {common('done')}
            </Button>
          }
        >
          <ShownSecret secret={secret} />
        </Dialog>
      )}
    </>
  );
}
