'use client';

import { Card, Field, NumberInput, Skeleton } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { MOST_PER_CENT } from './draft.ts';
import type { BatchFormPart } from './use-batch-words.ts';

/** How many rows that measure who answers are mixed among the samples. */
export function ControlsCard({ projectId, draft, set, errorAt }: BatchFormPart) {
  const t = useTranslations('batches.new');
  const trpc = useTRPC();
  const { runId, labelSchemaVersionId } = draft;
  const isKnown = runId !== null && labelSchemaVersionId !== null;
  const gold = useQuery(
    trpc.batch.countGold.queryOptions(isKnown ? { projectId, runId, labelSchemaVersionId } : skipToken),
  );
  return (
    <Card title={t('controlsTitle')} description={t('controlsAbout')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('gold')}
          id="gold"
          error={errorAt('gold')}
          hint={
            !isKnown ? (
              t('goldFirst')
            ) : gold.data === undefined ? (
              gold.error === null ? (
                <Skeleton className="h-4 w-40" />
              ) : (
                gold.error.message
              )
            ) : (
              t(gold.data.atLeast ? 'goldMany' : 'goldRows', { rows: gold.data.rows })
            )
          }
        >
          <NumberInput
            value={draft.gold}
            min={0}
            max={MOST_PER_CENT}
            onChange={(value) => set({ gold: value })}
          />
        </Field>
        <Field label={t('seeded')} id="seeded" error={errorAt('seeded')} hint={t('seededHint')}>
          <NumberInput
            value={draft.seeded}
            min={0}
            max={MOST_PER_CENT}
            onChange={(value) => set({ seeded: value })}
          />
        </Field>
      </div>
    </Card>
  );
}
