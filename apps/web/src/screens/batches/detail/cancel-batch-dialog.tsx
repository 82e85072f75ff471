'use client';

import { ConfirmDialog, Field, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { errorOfRefusal, useTRPC } from '~/trpc/client.tsx';
import type { BatchView } from '../batch-types.ts';

/** Ends a batch for good, after saying what is kept and what is lost. */
export function CancelBatchDialog({ batch, onClose }: { batch: BatchView; onClose: () => void }) {
  const t = useTranslations('batches.actions');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [reason, setReason] = useState('');
  const cancel = useMutation(
    trpc.batch.cancel.mutationOptions({
      onSuccess: ({ cancelledTasks }) =>
        toast({ title: t('cancelled', { tasks: cancelledTasks }), tone: 'info' }),
      onSettled: () => queryClient.invalidateQueries(trpc.batch.pathFilter()),
    }),
  );
  const { open, leased, submitted } = batch.tasks;
  return (
    <ConfirmDialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('cancelTitle', { number: batch.number })}
      description={t('cancelBody', { waiting: open + leased, held: leased, answers: submitted })}
      confirmLabel={t('cancelConfirm')}
      destructive
      labels={{ cancel: t('keep') }}
      onConfirm={() =>
        cancel.mutateAsync({ batchId: batch.id, reason: reason.trim() }).catch((error: unknown) => {
          throw errorOfRefusal(error);
        })
      }
    >
      <Field label={t('reason')} optional hint={t('reasonHint')}>
        <Textarea
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}
