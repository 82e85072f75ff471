'use client';

import { Button, ConfirmDialog, Field, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { errorOfRefusal, useTRPC } from '~/trpc/client.tsx';
import type { ImportView } from './import-types.ts';

const DEPENDENTS = ['versions', 'decisions', 'batches', 'controls'] as const;

/** Take, give up, withdraw: what can be done with an import as it stands. */
export function ImportActions({ view }: { view: ImportView }) {
  const t = useTranslations('labelImports.one');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [reason, setReason] = useState('');
  const refresh = () => queryClient.invalidateQueries(trpc.labelImport.pathFilter());
  const commit = useMutation(
    trpc.labelImport.commit.mutationOptions({
      onSuccess: () => toast({ title: t('taking') }),
      onError: (error) => toast({ title: errorOfRefusal(error).message, tone: 'bad' }),
      onSettled: refresh,
    }),
  );
  const cancel = useMutation(
    trpc.labelImport.cancel.mutationOptions({
      onSuccess: () => toast({ title: t('cancelled'), tone: 'info' }),
      onSettled: refresh,
    }),
  );
  const withdraw = useMutation(
    trpc.labelImport.withdraw.mutationOptions({
      onSuccess: () => toast({ title: t('withdrawn'), tone: 'info' }),
      onSettled: refresh,
    }),
  );
  const { status, found, id: importId } = view;
  const depends = DEPENDENTS.filter((each) => view.dependents[each] > 0);
  return (
    <>
      {status === 'REVIEW' || status === 'FAILED' || status === 'READING' ? (
        <ConfirmDialog
          title={t('cancelTitle', { number: view.number })}
          description={t('cancelBody')}
          confirmLabel={t('cancel')}
          destructive
          labels={{ cancel: t('keep') }}
          onConfirm={() =>
            cancel.mutateAsync({ importId }).catch((error) => Promise.reject(errorOfRefusal(error)))
          }
          trigger={<Button icon={<X aria-hidden />}>{t('cancel')}</Button>}
        />
      ) : null}
      {status === 'REVIEW' && found !== null && found.good > 0 ? (
        <Button
          variant="primary"
          icon={<Check aria-hidden />}
          loading={commit.isPending}
          disabled={found.sameAs !== null}
          onClick={() => commit.mutate({ importId })}
        >
          {t('take', { count: found.good })}
        </Button>
      ) : null}
      {status === 'DONE' ? (
        depends.length > 0 ? (
          <p className="max-w-72 text-sm text-fg-muted">
            {t('depends', {
              what: depends
                .map((each) => t(`dependents.${each}`, { count: view.dependents[each] }))
                .join(', '),
            })}
          </p>
        ) : (
          <ConfirmDialog
            title={t('withdrawTitle', { number: view.number })}
            description={t('withdrawBody')}
            confirmLabel={t('withdraw')}
            destructive
            labels={{ cancel: t('keep') }}
            onConfirm={() =>
              withdraw
                .mutateAsync({ importId, reason: reason.trim() })
                .catch((error) => Promise.reject(errorOfRefusal(error)))
            }
            trigger={<Button icon={<Undo2 aria-hidden />}>{t('withdraw')}</Button>}
          >
            <Field label={t('reason')} optional>
              <Textarea
                rows={2}
                maxLength={2000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
          </ConfirmDialog>
        )
      ) : null}
    </>
  );
}
