'use client';

import { allWebhookEvents, type WebhookEvent } from '@assay/contracts';
import { Button, Checkbox, Field, Input, Switch } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { refusalOf } from '~/trpc/client.tsx';
import { wordsOfEvent } from './webhook-types.ts';

export type WebhookDraft = { name: string; url: string; events: readonly WebhookEvent[]; isOn: boolean };

export const NEW_WEBHOOK: WebhookDraft = { name: '', url: '', events: [], isOn: true };

/** What a webhook is called, where it is sent, what it is told, and (once it is there) whether. */
export function WebhookForm({
  id,
  start,
  isNew,
  error,
  onReload,
  onSend,
}: {
  id: string;
  start: WebhookDraft;
  isNew: boolean;
  error: unknown;
  onReload?: () => void;
  onSend: (draft: WebhookDraft) => void;
}) {
  const t = useTranslations('webhooks');
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const field = error == null ? null : refusalOf(error).field;
  const missing = {
    name: draft.name.trim() === '' ? t('nameMissing') : undefined,
    url: draft.url.trim() === '' ? t('urlMissing') : undefined,
    events: draft.events.length === 0 ? t('eventsMissing') : undefined,
  };
  const toggle = (event: WebhookEvent, on: boolean) =>
    setDraft({
      ...draft,
      events: allWebhookEvents.filter((each) => (each === event ? on : draft.events.includes(each))),
    });
  return (
    <form
      id={id}
      className="flex flex-col gap-5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (Object.values(missing).every((each) => each === undefined)) onSend(draft);
      }}
    >
      <RefusalCallout error={error} onReload={onReload} />
      <Field label={t('name')} hint={t('nameHint')} error={tried ? missing.name : undefined} required>
        <Input
          maxLength={120}
          autoComplete="off"
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
      </Field>
      <Field
        label={t('url')}
        hint={t('urlHint')}
        error={tried ? (missing.url ?? (field === 'url' ? t('urlRefused') : undefined)) : undefined}
        required
      >
        <Input
          type="url"
          maxLength={2000}
          autoComplete="off"
          spellCheck={false}
          placeholder="https://hooks.example.com/assay"
          value={draft.url}
          onChange={(event) => setDraft({ ...draft, url: event.target.value })}
        />
      </Field>
      <fieldset className="flex min-w-0 flex-col gap-3">
        <legend className="mb-2 text-sm font-medium">{t('events')}</legend>
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => setDraft({ ...draft, events: [...allWebhookEvents] })}>
            {t('all')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            disabled={draft.events.length === 0}
            onClick={() => setDraft({ ...draft, events: [] })}
          >
            {t('none')}
          </Button>
        </div>
        {tried && missing.events !== undefined ? (
          <p role="alert" className="text-sm text-bad-text">
            {missing.events}
          </p>
        ) : null}
        <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {allWebhookEvents.map((event) => (
            <Checkbox
              key={event}
              label={t(`event.${wordsOfEvent(event)}`)}
              hint={<code className="font-mono text-xs">{event}</code>}
              checked={draft.events.includes(event)}
              onChange={(on) => toggle(event, on)}
            />
          ))}
        </div>
      </fieldset>
      {isNew ? null : (
        <Switch
          label={t('isOn')}
          hint={t('isOnHint')}
          checked={draft.isOn}
          onChange={(isOn) => setDraft({ ...draft, isOn })}
        />
      )}
    </form>
  );
}
