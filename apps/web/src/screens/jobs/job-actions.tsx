'use client';

import { Button, ConfirmDialog, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { JobRow } from '~/shell/patch-jobs.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';

/** Cancel what is under way, open again what has failed or was cancelled. */
export function JobActions({ job, size = 'sm' }: { job: JobRow; size?: 'sm' | 'md' }) {
  const t = useTranslations('jobs');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const refresh = () => {
    void queryClient.invalidateQueries(trpc.job.pathFilter());
  };
  const cancel = useMutation(
    trpc.job.cancel.mutationOptions({
      onSuccess: ({ ended }) => toast({ title: ended ? t('cancelled') : t('cancelAsked'), tone: 'info' }),
      onSettled: refresh,
    }),
  );
  const retry = useMutation(
    trpc.job.retry.mutationOptions({
      onSuccess: () => toast({ title: t('retried') }),
      onError: (error) => {
        const { message, next } = refusalOf(error);
        toast({ title: message, tone: 'bad', ...(next === null ? {} : { description: next }) });
      },
      onSettled: refresh,
    }),
  );
  if (job.status === 'QUEUED' || job.status === 'RUNNING') {
    return (
      <ConfirmDialog
        title={t('cancelTitle')}
        description={t('cancelBody')}
        confirmLabel={t('cancelConfirm')}
        destructive
        labels={{ cancel: t('keepGoing') }}
        onConfirm={() =>
          cancel.mutateAsync({ jobId: job.id }).catch((error: unknown) => {
            throw new Error(refusalOf(error).message);
          })
        }
        trigger={
          <Button
            size={size}
            variant="quiet"
            icon={<X aria-hidden />}
            disabled={job.cancelRequested || cancel.isPending}
          >
            {t('cancel')}
          </Button>
        }
      />
    );
  }
  if (job.status === 'SUCCEEDED') return null;
  return (
    <Button
      size={size}
      variant={size === 'md' ? 'primary' : 'secondary'}
      icon={<RotateCcw aria-hidden />}
      loading={retry.isPending}
      onClick={() => retry.mutate({ jobId: job.id })}
    >
      {t('retry')}
    </Button>
  );
}
