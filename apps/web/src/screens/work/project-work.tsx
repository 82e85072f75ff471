'use client';

import { Card, EmptyState, LinkButton, PageHeader, SkeletonRows, useAlive, useMediaQuery } from '@assay/ui';
import { Table2 } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { Workbench } from './workbench.tsx';

/** From this width on a grid has room for a question beside some columns. */
const WIDE = '(min-width: 768px)';

/** Where rows are labelled: of the whole project, or of the batch in the address; one at a time, or as a grid. */
export function ProjectWork({ projectId }: { projectId: string }) {
  const t = useTranslations('work');
  const trpc = useTRPC();
  const { path } = useOrg();
  const address = useSearchParams();
  const isWide = useMediaQuery(WIDE);
  const isAlive = useAlive();
  const batchId = address.get('batch');
  const place = address.get('view') === 'grid' && batchId !== null ? 'grid' : 'row';
  const project = useQuery(trpc.project.get.queryOptions({ projectId }));
  // How wide the page is, is known once it is alive: nothing is claimed for a grid that cannot be shown.
  if (place === 'grid' && !isAlive) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Card>
          <SkeletonRows />
        </Card>
      </>
    );
  }
  if (place === 'grid' && !isWide) {
    return (
      <>
        <PageHeader title={t('title')} />
        <Card>
          <EmptyState
            icon={<Table2 aria-hidden />}
            title={t('grid.narrow')}
            description={t('grid.narrowBody')}
            action={
              <LinkButton variant="primary" href={path(`/projects/${projectId}/work?batch=${batchId}`)}>
                {t('oneByOne')}
              </LinkButton>
            }
          />
        </Card>
      </>
    );
  }
  return (
    <QueryState query={project} title={t('title')}>
      {(data) => <Workbench key={`${batchId} ${place}`} project={data} batchId={batchId} place={place} />}
    </QueryState>
  );
}
