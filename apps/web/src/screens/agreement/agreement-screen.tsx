'use client';

import { Card, EmptyState, Field, SectionHeader, Select } from '@assay/ui';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ReviewFrame } from '../review/review-frame.tsx';
import { AgreementPanel } from './agreement-panel.tsx';

/** How far people agree, on the batch that is chosen in the address. */
export function AgreementScreen({ projectId }: { projectId: string }) {
  return (
    <ReviewFrame projectId={projectId} needs="agreement.read">
      {() => <Chosen projectId={projectId} />}
    </ReviewFrame>
  );
}

function Chosen({ projectId }: { projectId: string }) {
  const t = useTranslations('agreement');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const query = useQuery(trpc.batch.list.queryOptions({ projectId, limit: 200 }));
  return (
    <div className="flex max-w-5xl flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ batches }) => {
          const batch = batches.find(({ id }) => id === params.get('batch')) ?? batches[0];
          if (batch === undefined) {
            return (
              <Card>
                <EmptyState
                  icon={<Users aria-hidden />}
                  title={t('chooseTitle')}
                  description={t('chooseBody')}
                />
              </Card>
            );
          }
          return (
            <>
              <Field label={t('batch')}>
                <Select
                  className="max-w-md"
                  value={batch.id}
                  onChange={(event) => replace({ batch: event.target.value })}
                  options={batches.map(({ id, number, name }) => ({
                    value: id,
                    label: t('batchName', { number, name }),
                  }))}
                />
              </Field>
              <AgreementPanel key={batch.id} batchId={batch.id} />
            </>
          );
        }}
      </QueryState>
    </div>
  );
}
