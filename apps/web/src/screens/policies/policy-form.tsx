'use client';

import { type Gate, type GateMetricId, gateMetricIds, gateMetrics } from '@assay/contracts';
import { Button, Card, Field, Input, Select, Textarea, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { GateEditor } from './gate-editor.tsx';
import { GateList } from './gate-list.tsx';
import type { ListedPolicy } from './policy-types.ts';

/** The gates of a policy. Saving makes its next version; reports keep the version they were judged by. */
export function PolicyForm({ policy, mayWrite }: { policy: ListedPolicy; mayWrite: boolean }) {
  const t = useTranslations('policies');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [name, setName] = useState(policy.document.name);
  const [description, setDescription] = useState(policy.document.description);
  const [gates, setGates] = useState<readonly Gate[]>(policy.document.gates);
  const save = useMutation(
    trpc.policy.save.mutationOptions({
      onSuccess: ({ number }) => {
        void queryClient.invalidateQueries(trpc.policy.pathFilter());
        void queryClient.invalidateQueries(trpc.report.tryPolicy.pathFilter());
        toast({ tone: 'good', title: t('saved', { number }) });
      },
    }),
  );
  if (!mayWrite) {
    return (
      <Card title={t('gates')} description={t('gatesAbout')} flush>
        <GateList gates={policy.document.gates} />
      </Card>
    );
  }
  const document = { ...policy.document, name, description, gates: [...gates] };
  const isChanged = JSON.stringify(document) !== JSON.stringify(policy.document);
  const add = (metric: GateMetricId) => {
    let id: string = metric;
    for (let at = 2; gates.some((gate) => gate.id === id); at += 1) id = `${metric}-${at}`;
    const plus = gateMetrics[metric].better === 'higher' ? 0.9 : 0.05;
    setGates([...gates, { id, metric, green: { plus, times: 0 }, blocking: true, roles: [] }]);
  };
  return (
    <Card
      title={t('gates')}
      description={t('gatesAbout')}
      footer={
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="primary"
            loading={save.isPending}
            disabled={!isChanged || gates.length === 0 || name.trim() === ''}
            onClick={() => save.mutate({ policyId: policy.ref, revision: policy.revision ?? 0, document })}
          >
            {t('save')}
          </Button>
          <span className="text-sm text-fg-muted">{t(isChanged ? 'unsaved' : 'noChanges')}</span>
        </div>
      }
    >
      <div className="flex flex-col gap-5">
        <RefusalCallout
          error={save.error}
          onReload={() => void queryClient.invalidateQueries(trpc.policy.pathFilter())}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('name')} required>
            <Input value={name} maxLength={120} onChange={(event) => setName(event.currentTarget.value)} />
          </Field>
          <Field label={t('description')} optional>
            <Textarea
              rows={2}
              value={description}
              maxLength={2000}
              onChange={(event) => setDescription(event.currentTarget.value)}
            />
          </Field>
        </div>
        <ul className="flex flex-col divide-y divide-line border-y border-line">
          {gates.map((gate, at) => (
            <li key={gate.id} className="py-4">
              <GateEditor
                gate={gate}
                onChange={(next) => setGates(gates.map((each, place) => (place === at ? next : each)))}
                onRemove={() => setGates(gates.filter((_, place) => place !== at))}
              />
            </li>
          ))}
        </ul>
        <Field label={t('add')} className="max-w-sm">
          <Select
            value=""
            placeholder={t('addChoose')}
            options={gateMetricIds.map((metric) => ({ value: metric, label: gateMetrics[metric].name }))}
            onChange={(event) => {
              const metric = gateMetricIds.find((each) => each === event.currentTarget.value);
              if (metric !== undefined) add(metric);
            }}
          />
        </Field>
      </div>
    </Card>
  );
}
