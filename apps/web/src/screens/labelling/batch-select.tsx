'use client';

import { Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

/** One batch of a project, or all of them, as the address says. */
export function BatchSelect({ projectId, batchId }: { projectId: string; batchId: string | null }) {
  const t = useTranslations('labelling.filters');
  const trpc = useTRPC();
  const { replace } = useUrlParams();
  const batches = useQuery(trpc.batch.list.queryOptions({ projectId, limit: 200 }));
  return (
    <Select
      aria-label={t('batch')}
      className="w-full sm:w-72"
      value={batchId ?? ''}
      onChange={({ target }) => replace({ batch: target.value })}
      options={[
        { value: '', label: t('everyBatch') },
        ...(batches.data?.batches ?? []).map((each) => ({
          value: each.id,
          label: t('batchOf', { number: each.number, name: each.name }),
        })),
      ]}
    />
  );
}
