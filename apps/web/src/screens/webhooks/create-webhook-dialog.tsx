'use client';

import { Button, Callout, CodeBlock, Dialog } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import { NEW_WEBHOOK, WebhookForm } from './webhook-form.tsx';

const FORM = 'webhook-form';

/** Makes a webhook; its secret is shown once, here. */
export function CreateWebhookDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const t = useTranslations('webhooks');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const create = useMutation(
    trpc.webhook.create.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries(trpc.webhook.pathFilter()),
    }),
  );
  const made = create.data;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      size="lg"
      title={made === undefined ? t('create') : t('madeTitle')}
      description={made === undefined ? t('createBody') : undefined}
      footer={
        made === undefined ? (
          <>
            <Button onClick={onClose}>{common('cancel')}</Button>
            <Button type="submit" form={FORM} variant="primary" loading={create.isPending}>
              {t('make')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {common('done')}
          </Button>
        )
      }
    >
      {made === undefined ? (
        <WebhookForm
          id={FORM}
          start={NEW_WEBHOOK}
          isNew
          error={create.error}
          onSend={({ name, url, events }) => {
            if (!create.isPending) create.mutate({ projectId, name, url, events: [...events] });
          }}
        />
      ) : (
        <ShownSecret secret={made.secret} />
      )}
    </Dialog>
  );
}

/** A secret, the one time that it is shown. */
export function ShownSecret({ secret }: { secret: string }) {
  const t = useTranslations('webhooks');
  return (
    <div className="flex flex-col gap-4">
      <Callout tone="warn" announce="status">
        {t('shownOnce')}
      </Callout>
      <CodeBlock label={t('secret')} code={secret} copyLabel={t('copySecret')} />
      <p className="text-sm text-fg-secondary">{t('verify')}</p>
    </div>
  );
}
