'use client';

import { MOST_ROWS } from '@assay/contracts';
import { Button, ConfirmDialog, Field, NumberInput } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TrendingUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { errorOfRefusal, useTRPC } from '~/trpc/client.tsx';
import type { RunView } from './use-run.ts';

/** More rows from the pilot's own model and seed; as many as it learnt from unless told. */
export function RampUpDialog({ run }: { run: RunView }) {
  const t = useTranslations('runs.actions');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const [rows, setRows] = useState<number | null>(run.model?.fitRows ?? run.rows);
  const rampUp = useMutation(trpc.run.rampUp.mutationOptions());
  return (
    <ConfirmDialog
      title={t('rampTitle')}
      description={t('rampBody')}
      confirmLabel={t('rampGo')}
      trigger={
        <Button variant="primary" icon={<TrendingUp aria-hidden />}>
          {t('rampUp')}
        </Button>
      }
      onConfirm={async () => {
        const made = await rampUp.mutateAsync({ runId: run.id, rows: rows ?? 0 }).catch((error: unknown) => {
          throw errorOfRefusal(error);
        });
        void queryClient.invalidateQueries(trpc.run.list.pathFilter());
        router.push(path(`/runs/${made.runId}`));
      }}
    >
      <Field label={t('rampRows')} required>
        <NumberInput value={rows} min={1} max={MOST_ROWS} onChange={setRows} />
      </Field>
    </ConfirmDialog>
  );
}
