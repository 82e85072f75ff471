'use client';

import {
  Badge,
  Button,
  Card,
  DataTable,
  DateTime,
  EmptyState,
  LinkButton,
  NumberText,
  Pagination,
  SearchInput,
  SectionHeader,
  type TableColumn,
  TextLink,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { Database, Plus, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager, useSearchText } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../use-source.ts';
import { type ListedSource, SourceState } from './source-state.tsx';

/** The sources of a project: where each stands and what keeps it from being synthesised. */
export function SourceList({ projectId }: { projectId: string }) {
  const t = useTranslations('sources.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { text, settled, setText } = useSearchText();
  const { cursor, pages } = usePager();
  const query = useQuery({
    ...trpc.source.list.queryOptions(
      mayNot('source.read') ? skipToken : { projectId, search: settled, cursor, limit: 25 },
    ),
    placeholderData: keepPreviousData,
  });
  if (mayNot('source.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const newHref = path(`/projects/${projectId}/sources/new`);
  const begin = may('source.create') ? (
    <LinkButton variant="primary" href={newHref} icon={<Plus aria-hidden />}>
      {t('emptyAction')}
    </LinkButton>
  ) : undefined;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader
        title={t('title')}
        description={t('about')}
        actions={
          may('source.create') ? (
            <LinkButton variant="primary" href={newHref} icon={<Plus aria-hidden />}>
              {t('new')}
            </LinkButton>
          ) : undefined
        }
      />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ sources, cursor: next }) =>
          sources.length === 0 && settled === '' && cursor === null ? (
            <Card>
              <EmptyState
                icon={<Database />}
                title={t('emptyTitle')}
                description={
                  mayNot('source.create') ? `${t('emptyForReaders')} ${t('emptyNotAllowed')}` : t('emptyBody')
                }
                action={begin}
              />
            </Card>
          ) : (
            <>
              <SearchInput label={t('search')} value={text} onChange={setText} />
              <Card flush>
                <SourceTable
                  sources={sources}
                  empty={
                    <EmptyState
                      icon={<SearchX />}
                      compact
                      title={t('noMatchTitle', { search: settled })}
                      description={t('noMatchBody')}
                      action={<Button onClick={() => setText('')}>{t('clear')}</Button>}
                    />
                  }
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

function SourceTable({ sources, empty }: { sources: readonly ListedSource[]; empty: ReactNode }) {
  const t = useTranslations('sources.list');
  const words = useTranslations('sources');
  const { path } = useOrg();
  const columns: TableColumn<ListedSource>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      className: 'sm:min-w-72',
      cell: (source) => (
        <span className="flex flex-col gap-0.5">
          <span className="flex flex-wrap items-center gap-2">
            <TextLink href={path(`/sources/${source.id}`)}>{source.name}</TextLink>
            {source.isDemo ? <Badge>{words('demo')}</Badge> : null}
          </span>
          {source.description === '' ? null : (
            <span className="line-clamp-2 max-w-md text-xs font-normal text-fg-muted">
              {source.description}
            </span>
          )}
        </span>
      ),
    },
    { id: 'status', header: t('status'), cell: (source) => <SourceState source={source} /> },
    {
      id: 'rows',
      header: t('rows'),
      numeric: true,
      cell: ({ latest }) => (latest?.rows == null ? '–' : <NumberText value={latest.rows} />),
    },
    {
      id: 'version',
      header: t('version'),
      numeric: true,
      cell: ({ latest }) => (latest === null ? '–' : <NumberText value={latest.number} />),
    },
    {
      id: 'ready',
      header: t('ready'),
      cell: (source) =>
        source.erasedAt !== null ? (
          '–'
        ) : source.ready ? (
          <Badge tone="good">{words('ready')}</Badge>
        ) : (
          <Badge tone="warn">{words('blockers', { count: source.blockers })}</Badge>
        ),
    },
    {
      id: 'created',
      header: t('created'),
      cell: (source) => <DateTime at={source.createdAt} format="date" className="whitespace-nowrap" />,
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={sources}
      rowKey={(source) => source.id}
      narrow="cards"
      empty={empty}
    />
  );
}
