'use client';

import type { DatasetRef } from '@assay/contracts';
import { Button, Dialog, Field, Input, Select, SkeletonRows, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { datasetValue, useDatasets } from './use-datasets.ts';

const SIDES = ['synthetic', 'real', 'unseen'] as const;

/** Starts a report between any two tables of the project. */
export function StartReportDialog({
  projectId,
  synthetic: asked,
  onClose,
}: {
  projectId: string;
  /** What stands on the synthetic side to begin with. */
  synthetic?: DatasetRef;
  onClose: () => void;
}) {
  const t = useTranslations('reports.start');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { options, pending, error } = useDatasets(projectId);
  const policies = useQuery(trpc.policy.list.queryOptions({ projectId }));
  const [name, setName] = useState('');
  const [policyRef, setPolicyRef] = useState('');
  const [chosen, setChosen] = useState({
    synthetic: asked === undefined ? '' : datasetValue(asked),
    real: '',
    unseen: '',
  });
  const refOf = (value: string) => options.find((option) => option.value === value)?.ref ?? null;
  const [real, synthetic] = [refOf(chosen.real), refOf(chosen.synthetic)];
  const start = useMutation(
    trpc.report.start.mutationOptions({
      onSuccess: ({ reportId }) => {
        void queryClient.invalidateQueries(trpc.report.pathFilter());
        toast({ tone: 'good', title: t('started') });
        router.push(path(`/reports/${reportId}`));
      },
    }),
  );
  const submit = () => {
    if (real === null || synthetic === null) return;
    start.mutate({
      projectId,
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(policyRef === '' ? {} : { policyRef }),
      subjects: { real, synthetic, unseen: refOf(chosen.unseen) },
    });
  };
  return (
    <Dialog
      open
      title={t('title')}
      description={t('about')}
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={real === null || synthetic === null}
            loading={start.isPending || start.isSuccess}
            onClick={submit}
          >
            {t('submit')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {pending ? (
          <SkeletonRows rows={3} />
        ) : (
          SIDES.map((side) => (
            <Field
              key={side}
              label={t(side)}
              required={side !== 'unseen'}
              {...(side === 'unseen' ? { hint: t('unseenHint') } : {})}
            >
              <Select
                value={chosen[side]}
                placeholder={t(side === 'unseen' ? 'noUnseen' : 'choose')}
                options={options}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  setChosen((now) => ({ ...now, [side]: value }));
                }}
              />
            </Field>
          ))
        )}
        <Field label={t('policy')}>
          <Select
            value={policyRef}
            placeholder={t('standard')}
            options={(policies.data?.policies ?? []).map((policy) => ({
              value: policy.ref,
              label: policy.document.name,
            }))}
            onChange={(event) => setPolicyRef(event.currentTarget.value)}
          />
        </Field>
        <Field label={t('name')} optional hint={t('nameHint')}>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        <RefusalCallout error={error ?? start.error} />
      </div>
    </Dialog>
  );
}
