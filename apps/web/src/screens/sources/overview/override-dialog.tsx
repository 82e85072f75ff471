'use client';

import { overridableCodes } from '@assay/domain';
import { Button, Dialog, Field, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useId, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { Source } from '../use-source.ts';

const SHORTEST = 10;

/** A manager goes on although the terms say no: with a reason, on record, for what is shown and nothing later. */
export function OverrideDialog({ source }: { source: Source }) {
  const t = useTranslations('sources.readiness');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [tooShort, setTooShort] = useState(false);
  const override = useMutation(trpc.source.override.mutationOptions());
  const codes = new Set(overridableCodes(source.readiness));
  const reload = () => queryClient.invalidateQueries(trpc.source.pathFilter());
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTooShort(reason.trim().length < SHORTEST);
    if (reason.trim().length < SHORTEST) return;
    try {
      await override.mutateAsync({ sourceId: source.id, revision: source.revision, reason });
      setOpen(false);
      setReason('');
      toast({ title: t('overrideDone') });
      await reload();
    } catch {
      // Shown in the dialog, which stays open with what was typed.
    }
  };
  return (
    <Dialog
      title={t('overrideDialogTitle')}
      description={t('overrideDialogBody')}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        override.reset();
        setTooShort(false);
      }}
      trigger={
        <Button size="sm" icon={<ShieldAlert aria-hidden />}>
          {t('override')}
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" loading={override.isPending}>
            {t('overrideConfirm')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <ul className="list-disc space-y-1 pl-5 text-sm">
          {source.readiness.missing
            .filter((item) => codes.has(item.code))
            .map((item) => (
              <li key={item.code}>{item.sentence}</li>
            ))}
        </ul>
        <Field
          label={t('reason')}
          required
          hint={t('reasonHint')}
          error={tooShort ? t('reasonShort', { count: SHORTEST }) : undefined}
        >
          <Textarea
            rows={4}
            maxLength={2000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </Field>
        <RefusalCallout error={override.error} onReload={reload} />
      </form>
    </Dialog>
  );
}
