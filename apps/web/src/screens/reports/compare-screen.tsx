'use client';

import { Card, EmptyState, LinkButton, PageHeader } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { ArrowLeftRight, GitCompareArrows } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { ComparedFigures } from './compared-figures.tsx';
import { ComparedGates } from './compared-gates.tsx';
import { ComparedSides } from './compared-sides.tsx';

/** Two reports side by side. */
export function CompareScreen({ reportId }: { reportId: string }) {
  const t = useTranslations('reports');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { params } = useUrlParams();
  const other = params.get('with') ?? '';
  const query = useQuery(
    trpc.report.compare.queryOptions(other === '' ? skipToken : { reportId, otherReportId: other }),
  );
  const { project } = useMay(query.data?.projectId);
  const home = path(`/projects/${query.data?.projectId}`);
  const first = path(`/reports/${reportId}`);
  if (other === '') {
    return (
      <>
        <PageHeader title={t('compareTitle')} />
        <Card>
          <EmptyState
            icon={<GitCompareArrows />}
            title={t('compare.pickTitle')}
            description={t('compare.pickBody')}
            action={<LinkButton href={first}>{t('oneTitle')}</LinkButton>}
          />
        </Card>
      </>
    );
  }
  return (
    <QueryState query={query} title={t('compareTitle')}>
      {(comparison) => (
        <>
          <PageHeader
            title={t('compareTitle')}
            description={t('compare.about')}
            breadcrumbs={crumbs([
              ...(project === undefined ? [] : [{ label: project.name, href: home }]),
              { label: t('title'), href: `${home}/reports` },
              { label: comparison.before.name, href: first },
              { label: t('compareTitle') },
            ])}
            actions={
              <LinkButton
                href={path(`/reports/${other}/compare?with=${reportId}`)}
                icon={<ArrowLeftRight aria-hidden />}
              >
                {t('compare.swap')}
              </LinkButton>
            }
          />
          <div className="flex flex-col gap-6">
            <ComparedSides comparison={comparison} />
            <ComparedGates comparison={comparison} />
            <ComparedFigures comparison={comparison} />
          </div>
        </>
      )}
    </QueryState>
  );
}
