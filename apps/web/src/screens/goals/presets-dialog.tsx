'use client';

import { goalDomain } from '@assay/contracts';
import { Button, Checkbox, Dialog, Field, Select, SkeletonRows, useUi } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { writeFigure } from './goal-types.ts';

/** Goals as they are usual in a domain, to tick and to change afterwards. */
export function PresetsDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const t = useTranslations('goals');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { locale } = useUi();
  const [domain, setDomain] = useState(goalDomain.options[0] ?? 'general');
  const [left, setLeft] = useState<readonly string[]>([]);
  const presets = useQuery(trpc.goal.presets.queryOptions({ projectId, domain }));
  const add = useMutation(trpc.goal.create.mutationOptions());
  const goals = presets.data?.goals ?? [];
  const taken = goals.filter((goal) => !left.includes(goal.name));
  const submit = async () => {
    try {
      for (const goal of taken) await add.mutateAsync({ projectId, goal });
      onClose();
    } catch {
      // What was refused is shown above the list; those before it are kept.
    } finally {
      await queryClient.invalidateQueries(trpc.goal.list.pathFilter());
    }
  };
  return (
    <Dialog
      open
      title={t('presetsTitle')}
      description={t('presetsBody')}
      onOpenChange={(open) => (open ? undefined : onClose())}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            disabled={taken.length === 0}
            loading={add.isPending}
            onClick={() => void submit()}
          >
            {t('presetsAdd', { count: taken.length })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('domain')}>
          <Select
            value={domain}
            options={goalDomain.options.map((value) => ({ value, label: t(`domains.${value}`) }))}
            onChange={(event) => {
              const next = goalDomain.options.find((each) => each === event.currentTarget.value);
              if (next !== undefined) setDomain(next);
              setLeft([]);
            }}
          />
        </Field>
        <RefusalCallout error={presets.error ?? add.error} />
        {presets.data === undefined && presets.error === null ? <SkeletonRows rows={4} /> : null}
        <ul className="flex flex-col gap-3">
          {goals.map((goal) => (
            <li key={goal.name}>
              <Checkbox
                label={goal.name}
                hint={`${goal.comparator} ${writeFigure(goal.metric, goal.target, locale)}${goal.blocking ? `, ${t('blocks')}` : ''}`}
                checked={!left.includes(goal.name)}
                onChange={(checked) =>
                  setLeft(checked ? left.filter((each) => each !== goal.name) : [...left, goal.name])
                }
              />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
