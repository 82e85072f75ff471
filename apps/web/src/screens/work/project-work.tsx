'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { Workbench } from './workbench.tsx';

/** Where rows are labelled: of the whole project, or of the batch in the address. */
export function ProjectWork({ projectId }: { projectId: string }) {
  const t = useTranslations('work');
  const trpc = useTRPC();
  const batchId = useSearchParams().get('batch');
  const project = useQuery(trpc.project.get.queryOptions({ projectId }));
  return (
    <QueryState query={project} title={t('title')}>
      {(data) => <Workbench key={batchId} project={data} batchId={batchId} />}
    </QueryState>
  );
}
