'use client';

import type { Permission } from '@assay/contracts';
import { Button, Callout, CodeBlock, DateTime, Dialog, Field, Input, Select } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { ScopePicker } from './scope-picker.tsx';

const FORM = 'api-key-form';
const DAY_MS = 86_400_000;
const lifetimes = ['7', '30', '90', '365'] as const;

/** Makes a key; it is shown once, here. */
export function CreateKeyDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('apiKeys');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState<string>('90');
  const [scopes, setScopes] = useState<readonly Permission[]>([]);
  const create = useMutation(
    trpc.apiKey.create.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries(trpc.apiKey.pathFilter()),
    }),
  );
  const send = () => {
    if (create.isPending || scopes.length === 0) return;
    const expiresAt = new Date(Date.now() + Number(days) * DAY_MS).toISOString();
    create.mutate({ name, scopes: [...scopes], expiresAt });
  };
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
            <Button
              type="submit"
              form={FORM}
              variant="primary"
              loading={create.isPending}
              disabled={scopes.length === 0}
            >
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
        <form
          id={FORM}
          className="flex flex-col gap-5"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <RefusalCallout error={create.error} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('name')} hint={t('nameHint')} required>
              <Input
                name="name"
                maxLength={120}
                autoComplete="off"
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
            <Field label={t('lifetime')} hint={t('lifetimeHint')}>
              <Select
                name="days"
                value={days}
                onChange={(event) => setDays(event.target.value)}
                options={lifetimes.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
              />
            </Field>
          </div>
          <ScopePicker value={scopes} onChange={setScopes} />
        </form>
      ) : (
        <div className="flex flex-col gap-4">
          <Callout tone="warn" announce="status">
            {t('shownOnce')}
          </Callout>
          <CodeBlock label={t('key')} code={made.key} copyLabel={t('copyKey')} />
          <p className="text-sm text-fg-secondary">
            {t('expires')}: <DateTime at={made.expiresAt} />
          </p>
          <CodeBlock
            label={t('example')}
            code={`curl -H "Authorization: Bearer ${made.prefix}…" ${window.location.origin}/api/v1/projects`}
          />
        </div>
      )}
    </Dialog>
  );
}
