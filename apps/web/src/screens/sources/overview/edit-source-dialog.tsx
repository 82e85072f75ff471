'use client';

import { Button, Dialog, Field, Input, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useId, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import type { Source } from '../use-source.ts';

/** Renames or describes a source. */
export function EditSourceDialog({ source }: { source: Source }) {
  const t = useTranslations('sources.overview');
  const upload = useTranslations('sources.upload');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(source.name);
  const [description, setDescription] = useState(source.description);
  const update = useMutation(trpc.source.update.mutationOptions());
  const reload = () => queryClient.invalidateQueries(trpc.source.pathFilter());
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    try {
      await update.mutateAsync({ sourceId: source.id, revision: source.revision, name, description });
      setOpen(false);
      toast({ title: common('saved') });
      await reload();
    } catch {
      // Shown in the dialog, which stays open with what was typed.
    }
  };
  return (
    <Dialog
      title={t('editTitle')}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        update.reset();
        setName(source.name);
        setDescription(source.description);
      }}
      trigger={
        <Button size="sm" icon={<Pencil aria-hidden />}>
          {common('edit')}
        </Button>
      }
      footer={
        <>
          <Button onClick={() => setOpen(false)}>{common('cancel')}</Button>
          <Button
            type="submit"
            form={form}
            variant="primary"
            loading={update.isPending}
            disabled={name.trim() === ''}
          >
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={upload('name')} required>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        <Field label={upload('description')} optional hint={upload('descriptionHint')}>
          <Textarea
            rows={4}
            maxLength={4000}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
        </Field>
        <RefusalCallout error={update.error} onReload={reload} />
      </form>
    </Dialog>
  );
}
