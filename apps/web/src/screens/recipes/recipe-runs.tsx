'use client';

import {
  Card,
  DataTable,
  formatNumber,
  SkeletonRows,
  type TableColumn,
  TextLink,
  TimeAgo,
  useUi,
} from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { RunStatusBadge, VerdictLink } from '../runs/run-badges.tsx';
import { isUnderWay, type ListedRun } from '../runs/use-run.ts';
import { useMay } from '../sources/use-source.ts';
import type { RecipeView } from './recipe-types.ts';

const FEW = 5;
const LOOK_MS = 2000;

/** What came of the recipe: its newest runs, each with the version that made it and its verdict. */
export function RecipeRuns({ recipe }: { recipe: RecipeView }) {
  const t = useTranslations('recipes.runs');
  const words = useTranslations('recipes');
  const runWords = useTranslations('runs');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { locale } = useUi();
  const { may, mayNot } = useMay(recipe.projectId);
  const { projectId } = recipe;
  const query = useQuery({
    ...trpc.run.list.queryOptions(
      may('run.read') ? { projectId, recipeId: recipe.id, cursor: null, limit: FEW } : skipToken,
    ),
    refetchInterval: ({ state }) => (state.data?.runs.some(isUnderWay) === true ? LOOK_MS : false),
  });
  if (mayNot('run.read')) return null;
  const columns: TableColumn<ListedRun>[] = [
    {
      id: 'run',
      header: t('run'),
      rowHeader: true,
      cell: (run) => (
        <span className="flex flex-col">
          <TextLink href={path(`/runs/${run.id}`)}>
            {runWords('numbered', { number: run.number })}: {runWords(`kinds.${run.kind}`)}
          </TextLink>
          {run.recipe === null ? null : (
            <span className="text-xs font-normal text-fg-muted">
              {words('version', { number: run.recipe.number })}
            </span>
          )}
        </span>
      ),
    },
    { id: 'status', header: t('status'), cell: (run) => <RunStatusBadge run={run} /> },
    { id: 'verdict', header: t('verdict'), cell: (run) => <VerdictLink run={run} /> },
    {
      id: 'detection',
      header: t('detection'),
      numeric: true,
      cell: ({ summary }) =>
        summary?.detectionAuc == null ? '–' : formatNumber(summary.detectionAuc, locale, 'plain', 3),
    },
    { id: 'when', header: t('when'), cell: (run) => <TimeAgo at={run.createdAt} /> },
  ];
  return (
    <Card
      flush
      title={t('title')}
      description={t('about')}
      actions={
        <TextLink href={path(`/projects/${projectId}/runs?recipe=${recipe.id}`)} className="text-sm">
          {t('all')}
        </TextLink>
      }
    >
      <QueryState query={query} loading={<SkeletonRows />}>
        {({ runs }) =>
          runs.length === 0 ? (
            <p className="px-4 py-3 text-sm text-fg-muted sm:px-5">{t('none')}</p>
          ) : (
            <DataTable
              caption={t('caption')}
              columns={columns}
              rows={runs}
              rowKey={(run) => run.id}
              narrow="cards"
              dense
            />
          )
        }
      </QueryState>
    </Card>
  );
}
