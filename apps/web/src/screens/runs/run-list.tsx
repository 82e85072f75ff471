'use client';

import { runStatus } from '@assay/contracts';
import {
  Badge,
  Button,
  Card,
  DataTable,
  EmptyState,
  FilterBar,
  LinkButton,
  NumberText,
  Pagination,
  SectionHeader,
  Select,
  type TableColumn,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { Play, SearchX, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { RunStatusBadge, VerdictLink } from './run-badges.tsx';
import { RunBar } from './run-bar.tsx';
import { isUnderWay, type ListedRun } from './use-run.ts';

const LOOK_MS = 2000;

/** The runs of a project: where each stands and what its report says. */
export function RunList({ projectId }: { projectId: string }) {
  const t = useTranslations('runs.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { params, replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const status = runStatus.safeParse(params.get('status')).data;
  const recipeId = params.get('recipe');
  const sourceId = params.get('source');
  const filtered = status !== undefined || recipeId !== null || sourceId !== null;
  const query = useQuery({
    ...trpc.run.list.queryOptions(
      mayNot('run.read')
        ? skipToken
        : {
            projectId,
            cursor,
            limit: 25,
            ...(status === undefined ? {} : { status }),
            ...(recipeId === null ? {} : { recipeId }),
            ...(sourceId === null ? {} : { sourceId }),
          },
    ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.runs.some((run) => isUnderWay(run)) === true ? LOOK_MS : false,
  });
  if (mayNot('run.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const importButton = may('run.import') ? (
    <LinkButton href={path(`/projects/${projectId}/runs/import`)} icon={<Upload aria-hidden />}>
      {t('import')}
    </LinkButton>
  ) : undefined;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} actions={importButton} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ runs, cursor: next }) =>
          runs.length === 0 && !filtered && cursor === null ? (
            <Card>
              <EmptyState
                icon={<Play />}
                title={t('emptyTitle')}
                description={mayNot('run.start') ? t('emptyForReaders') : t('emptyBody')}
                action={
                  may('run.start') ? (
                    <>
                      <LinkButton variant="primary" href={path(`/projects/${projectId}/recipes`)}>
                        {t('emptyAction')}
                      </LinkButton>
                      {importButton}
                    </>
                  ) : undefined
                }
              />
            </Card>
          ) : (
            <>
              <RunFilters projectId={projectId} />
              <Card flush>
                <RunTable
                  runs={runs}
                  onClear={() => replace({ status: null, recipe: null, source: null, after: null })}
                />
              </Card>
              {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
            </>
          )
        }
      </QueryState>
    </div>
  );
}

function RunFilters({ projectId }: { projectId: string }) {
  const t = useTranslations('runs.list');
  const words = useTranslations('runs');
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const recipes = useQuery(trpc.recipe.list.queryOptions({ projectId, limit: 200 }));
  const sources = useQuery(trpc.source.list.queryOptions({ projectId, limit: 200 }));
  const set = (name: string) => (event: { target: { value: string } }) =>
    replace({ [name]: event.target.value, after: null });
  return (
    <FilterBar label={t('filters')} filters={[]}>
      <Select
        aria-label={t('statusLabel')}
        className="w-full sm:w-44"
        value={params.get('status') ?? ''}
        onChange={set('status')}
        options={[
          { value: '', label: t('anyStatus') },
          ...runStatus.options.map((each) => ({ value: each, label: words(`status.${each}`) })),
        ]}
      />
      <Select
        aria-label={t('recipeLabel')}
        className="w-full sm:w-56"
        value={params.get('recipe') ?? ''}
        onChange={set('recipe')}
        options={[
          { value: '', label: t('anyRecipe') },
          ...(recipes.data?.recipes ?? []).map((each) => ({ value: each.id, label: each.name })),
        ]}
      />
      <Select
        aria-label={t('sourceLabel')}
        className="w-full sm:w-56"
        value={params.get('source') ?? ''}
        onChange={set('source')}
        options={[
          { value: '', label: t('anySource') },
          ...(sources.data?.sources ?? []).map((each) => ({ value: each.id, label: each.name })),
        ]}
      />
    </FilterBar>
  );
}

function RunTable({ runs, onClear }: { runs: readonly ListedRun[]; onClear: () => void }) {
  const t = useTranslations('runs.list');
  const words = useTranslations('runs');
  const { path } = useOrg();
  const columns: TableColumn<ListedRun>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (run) => (
        <span className="flex flex-col gap-2">
          <span className="flex flex-wrap items-center gap-2">
            <TextLink href={path(`/runs/${run.id}`)}>
              {words('numbered', { number: run.number })}: {run.name}
            </TextLink>
            <Badge tone={run.kind === 'imported' ? 'accent' : 'neutral'}>{words(`kinds.${run.kind}`)}</Badge>
          </span>
          {run.recipe === null ? null : (
            <TextLink href={path(`/recipes/${run.recipe.id}`)} className="text-xs font-normal text-fg-muted">
              {t('recipe', { name: run.recipe.name, number: run.recipe.number })}
            </TextLink>
          )}
        </span>
      ),
    },
    {
      id: 'status',
      header: t('status'),
      cell: (run) => (
        <span className="flex flex-col gap-1 sm:min-w-36">
          <RunStatusBadge run={run} />
          {isUnderWay(run) ? <RunBar progress={run.progress} compact /> : null}
        </span>
      ),
    },
    {
      id: 'rows',
      header: t('rows'),
      numeric: true,
      cell: ({ rows }) => (rows === null ? '–' : <NumberText value={rows} />),
    },
    { id: 'verdict', header: t('verdict'), cell: (run) => <VerdictLink run={run} /> },
    { id: 'created', header: t('created'), cell: (run) => <TimeAgo at={run.createdAt} /> },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={runs}
      rowKey={(run) => run.id}
      narrow="cards"
      empty={
        <EmptyState
          icon={<SearchX />}
          compact
          title={t('noMatchTitle')}
          description={t('noMatchBody')}
          action={<Button onClick={onClear}>{t('clear')}</Button>}
        />
      }
    />
  );
}
