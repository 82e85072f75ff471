'use client';

import type { ReportScenarios } from '@assay/contracts';
import { formatPredicate, scenarioCoverage } from '@assay/domain';
import { Card, DataTable, EmptyState, type TableColumn, TextLink } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { MatchingRows } from '../scenarios/matching-rows.tsx';
import { MendLink } from '../scenarios/mend-link.tsx';
import type { CoveredItem } from '../scenarios/scenario-types.ts';
import { StateBadge } from '../scenarios/state-badge.tsx';
import { FigureGuide } from './figure-guide.tsx';
import { Figure } from './report-figures.tsx';

/** Which of the things that experts said matter the rows hold, by the list as it stood. */
export function ScenariosCard({
  scenarios,
  projectId,
  runId,
}: {
  scenarios: ReportScenarios | null;
  projectId: string;
  runId: string | null;
}) {
  const t = useTranslations('reports.scenarios');
  const words = useTranslations('scenarios');
  const trpc = useTRPC();
  const { path } = useOrg();
  const run = useQuery(
    trpc.run.get.queryOptions(runId === null || scenarios === null ? skipToken : { runId }),
  );
  const page = path(`/projects/${projectId}/scenarios`);
  if (scenarios === null) {
    return (
      <Card id="scenarios" title={t('title')}>
        <EmptyState
          compact
          icon={<ListChecks aria-hidden />}
          title={t('noneTitle')}
          action={<TextLink href={page}>{t('write')}</TextLink>}
        />
      </Card>
    );
  }
  const { list, items } = scenarios;
  const all = scenarioCoverage(scenarios);
  const must = scenarioCoverage(scenarios, 'must');
  const columns: TableColumn<CoveredItem>[] = [
    {
      id: 'name',
      header: words('name'),
      rowHeader: true,
      cell: ({ scenario }) => (
        <span className="flex min-w-44 flex-col gap-0.5">
          <span className="wrap-anywhere">{scenario.name}</span>
          <span className="text-xs font-normal text-fg-muted wrap-anywhere">
            {[words(`importances.${scenario.importance}`), scenario.why].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      id: 'where',
      header: words('where'),
      cell: ({ scenario }) =>
        scenario.where === null ? (
          <span className="text-fg-muted">{words('notExpressed')}</span>
        ) : (
          <code className="font-mono text-xs wrap-anywhere">{formatPredicate(scenario.where)}</code>
        ),
    },
    { id: 'state', header: t('state'), cell: ({ state }) => <StateBadge state={state} /> },
    {
      id: 'reached',
      header: t('reached'),
      numeric: true,
      cell: ({ scenario, state, matching, needed }) =>
        state === 'not-expressed' ? (
          <span className="text-fg-muted">–</span>
        ) : (
          <Figure
            metric="scenario-reached"
            slice={{ scenario: scenario.name }}
            value={Math.min(1, (matching ?? 0) / (needed ?? 1))}
            name={`${t('reached')}: ${scenario.name}`}
            format="percent"
            digits={1}
          />
        ),
    },
    {
      id: 'rows',
      header: t('rows'),
      cell: (item) => (
        <span className="flex flex-col items-start gap-0.5">
          <MatchingRows item={item} runId={runId} />
          {runId !== null && run.data === undefined ? null : (
            <MendLink projectId={projectId} recipeId={run.data?.recipe?.id ?? null} item={item} />
          )}
        </span>
      ),
    },
  ];
  return (
    <Card
      id="scenarios"
      title={t('title')}
      description={t('about', { number: list.number })}
      actions={
        <TextLink href={`${page}?version=${list.number}`} className="text-sm">
          {t('list')}
        </TextLink>
      }
      footer={<FigureGuide metrics={['scenario-coverage', 'scenario-reached']} />}
    >
      <p className="mb-4 max-w-prose text-sm text-fg-secondary">
        {t('says', { covered: all.covered, expressed: all.expressed })}{' '}
        <Figure
          metric="scenario-coverage"
          value={all.value}
          reason={all.reason}
          name={t('title')}
          format="percent"
          digits={1}
        />
        {must.all === 0 ? null : (
          <>
            {' '}
            {t('mustSays', { covered: must.covered, expressed: must.expressed })}{' '}
            <Figure
              metric="scenario-coverage"
              slice={{ importance: 'must' }}
              value={must.value}
              reason={must.reason}
              name={t('must')}
              format="percent"
              digits={1}
            />
          </>
        )}
        {all.all === all.expressed ? null : ` ${t('unexpressed', { count: all.all - all.expressed })}`}
      </p>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={items}
        rowKey={({ scenario }) => scenario.id}
        narrow="cards"
        dense
      />
    </Card>
  );
}
