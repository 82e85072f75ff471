'use client';

import { Button, DropdownMenu, IconButton, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical, Pause, Pencil, Play, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import type { BatchView } from '../batch-types.ts';
import { CancelBatchDialog } from './cancel-batch-dialog.tsx';
import { ChangeBatchDialog } from './change-batch-dialog.tsx';

/** Pause, resume, change and cancel: what a manager does with a batch while people work on it. */
export function BatchActions({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches.actions');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [open, setOpen] = useState<'change' | 'cancel' | null>(null);
  const refresh = () => queryClient.invalidateQueries(trpc.batch.pathFilter());
  const pause = useMutation(
    trpc.batch.pause.mutationOptions({
      onSuccess: (_, { does }) => toast({ title: t(does === 'pause' ? 'paused' : 'resumed') }),
      onError: (error) => {
        const { message, next } = refusalOf(error);
        toast({ title: message, tone: 'bad', ...(next === null ? {} : { description: next }) });
      },
      onSettled: refresh,
    }),
  );
  const { status } = batch;
  const changes = status === 'OPEN' || status === 'PAUSED' || status === 'DONE';
  const cancels = status !== 'DONE' && status !== 'CANCELLED';
  const close = () => setOpen(null);
  return (
    <>
      {status === 'OPEN' || status === 'PAUSED' ? (
        <Button
          icon={status === 'OPEN' ? <Pause aria-hidden /> : <Play aria-hidden />}
          variant={status === 'OPEN' ? 'secondary' : 'primary'}
          loading={pause.isPending}
          onClick={() => pause.mutate({ batchId: batch.id, does: status === 'OPEN' ? 'pause' : 'resume' })}
        >
          {t(status === 'OPEN' ? 'pause' : 'resume')}
        </Button>
      ) : null}
      {changes ? (
        <Button icon={<Pencil aria-hidden />} onClick={() => setOpen('change')}>
          {t('change')}
        </Button>
      ) : null}
      {cancels ? (
        <DropdownMenu
          label={t('more', { number: batch.number })}
          trigger={
            <IconButton label={t('more', { number: batch.number })} icon={<EllipsisVertical aria-hidden />} />
          }
          groups={[
            {
              id: 'end',
              items: [
                {
                  id: 'cancel',
                  label: t('cancel'),
                  icon: <X aria-hidden />,
                  destructive: true,
                  onSelect: () => setOpen('cancel'),
                },
              ],
            },
          ]}
        />
      ) : null}
      {open === 'change' ? <ChangeBatchDialog batch={batch} onClose={close} /> : null}
      {open === 'cancel' ? <CancelBatchDialog batch={batch} onClose={close} /> : null}
    </>
  );
}
