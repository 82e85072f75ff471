'use client';

import { hasRunRows } from '@assay/domain';
import { Button, ConfirmDialog, DropdownMenu, IconButton, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { EllipsisVertical, RotateCcw, Ruler, Trash2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { errorOfRefusal, refusalOf, useTRPC } from '~/trpc/client.tsx';
import { DownloadRows } from '../data/download-rows.tsx';
import { useMay } from '../sources/use-source.ts';
import { RampUpDialog } from './ramp-up-dialog.tsx';
import { runDownloads } from './run-downloads.ts';
import { TrashRunDialog } from './trash-run-dialog.tsx';
import { isUnderWay, type RunView } from './use-run.ts';

/** Cancel what is under way, retry what stopped, ramp up a pilot, measure anew. */
export function RunActions({ run }: { run: RunView }) {
  const t = useTranslations('runs.actions');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const { may } = useMay(run.projectId);
  const { organisation } = useOrg();
  const [leaving, setLeaving] = useState(false);
  const runId = run.id;
  const refresh = () => queryClient.invalidateQueries(trpc.run.pathFilter());
  const inWords = (error: unknown): never => {
    throw errorOfRefusal(error);
  };
  const cancel = useMutation(
    trpc.run.cancel.mutationOptions({
      onSuccess: () => toast({ title: t('cancelled'), tone: 'info' }),
      onSettled: refresh,
    }),
  );
  const retry = useMutation(
    trpc.run.retry.mutationOptions({
      onSuccess: () => toast({ title: t('retried') }),
      onError: (error) => {
        const { message, next } = refusalOf(error);
        toast({ title: message, tone: 'bad', ...(next === null ? {} : { description: next }) });
      },
      onSettled: refresh,
    }),
  );
  const validate = useMutation(
    trpc.run.validate.mutationOptions({
      onSuccess: () => toast({ title: t('validated') }),
      onSettled: refresh,
    }),
  );
  const stopped = run.status === 'FAILED' || run.status === 'CANCELLED';
  const judged = run.status === 'READY' || run.status === 'BLOCKED';
  return (
    <>
      {may('run.readRows') && hasRunRows(run.status) ? (
        <DownloadRows downloads={runDownloads(runId, organisation.slug)} where="" />
      ) : null}
      {may('report.start') && judged && run.imageSet === null ? (
        <ConfirmDialog
          title={t('validateTitle')}
          description={t('validateBody')}
          confirmLabel={t('validateConfirm')}
          onConfirm={() => validate.mutateAsync({ runId }).catch(inWords)}
          trigger={
            <Button icon={<Ruler aria-hidden />} disabled={validate.isPending}>
              {t('validate')}
            </Button>
          }
        />
      ) : null}
      {may('run.start') && run.kind === 'pilot' && hasRunRows(run.status) ? <RampUpDialog run={run} /> : null}
      {may('run.control') && isUnderWay(run) ? (
        <ConfirmDialog
          title={t('cancelTitle')}
          description={t('cancelBody')}
          confirmLabel={t('cancelConfirm')}
          destructive
          labels={{ cancel: t('keep') }}
          onConfirm={() => cancel.mutateAsync({ runId }).catch(inWords)}
          trigger={
            <Button icon={<X aria-hidden />} disabled={cancel.isPending}>
              {t('cancel')}
            </Button>
          }
        />
      ) : null}
      {may('run.delete') && !isUnderWay(run) ? (
        <DropdownMenu
          label={t('more', { number: run.number })}
          trigger={
            <IconButton label={t('more', { number: run.number })} icon={<EllipsisVertical aria-hidden />} />
          }
          groups={[
            {
              id: 'away',
              items: [
                {
                  id: 'trash',
                  label: t('trash'),
                  icon: <Trash2 aria-hidden />,
                  destructive: true,
                  onSelect: () => setLeaving(true),
                },
              ],
            },
          ]}
        />
      ) : null}
      {leaving ? <TrashRunDialog run={run} onClose={() => setLeaving(false)} /> : null}
      {may('run.control') && stopped && run.imported?.offer == null ? (
        <Button
          variant="primary"
          icon={<RotateCcw aria-hidden />}
          loading={retry.isPending}
          onClick={() => retry.mutate({ runId })}
        >
          {t('retry')}
        </Button>
      ) : null}
    </>
  );
}
