'use client';

import { PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../../sources/use-source.ts';
import { ComparisonCard } from './comparison-card.tsx';
import { type Comparison, isWorking, LOOK_MS } from './comparison-types.ts';

/** One comparison of pictures on a page of its own: what a figure of it leads to. */
export function ComparisonPage({ comparisonId }: { comparisonId: string }) {
  const t = useTranslations('images');
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.imageComparison.get.queryOptions({ comparisonId }),
    refetchInterval: ({ state }) => (state.data !== undefined && isWorking(state.data) ? LOOK_MS : false),
  });
  return (
    <QueryState query={query} title={t('titles.compare')}>
      {(comparison) => <Page comparison={comparison} />}
    </QueryState>
  );
}

function Page({ comparison }: { comparison: Comparison }) {
  const t = useTranslations('images');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { projectId } = comparison;
  const { project } = useMay(projectId);
  return (
    <>
      <PageHeader
        title={t('titles.compare')}
        description={t('compare.about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: t('titles.list'), href: path(`/projects/${projectId}/images`) },
          { label: t('titles.compare'), href: path(`/projects/${projectId}/images/compare`) },
        ])}
      />
      <ComparisonCard comparison={comparison} />
    </>
  );
}
