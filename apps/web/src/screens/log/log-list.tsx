'use client';

import {
  Badge,
  Button,
  Card,
  DataTable,
  DateTime,
  EmptyState,
  LinkButton,
  PageHeader,
  Pagination,
  SkeletonRows,
  type TableColumn,
  TextLink,
} from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { History, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionText } from '~/shell/action-text.ts';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { usePager, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { subjectPath } from '../jobs/use-job-words.ts';
import { LogExport } from './log-export.tsx';
import { LogFilters, NO_FILTERS, useLogFilters } from './log-filters.tsx';
import { type LogEvent, shortId, useLogWords } from './use-log-words.ts';

const PAGE = 50;

/** The log, newest first; with `object` in the address the history of one thing. */
export function LogList() {
  const t = useTranslations('log');
  const trpc = useTRPC();
  const { path } = useOrg();
  const crumbs = useCrumbs();
  const words = useLogWords();
  const filters = useLogFilters();
  const { replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const query = useQuery({
    ...trpc.log.list.queryOptions({ ...filters, limit: PAGE, cursor }),
    placeholderData: keepPreviousData,
  });
  const columns = useLogColumns();
  const of = filters.objectType === undefined ? null : words.object(filters.objectType);
  const title =
    of === null || filters.objectId === undefined ? t('title') : t('historyTitle', { object: of });
  const objectPage =
    filters.objectType === undefined || filters.objectId === undefined
      ? null
      : subjectPath({ type: filters.objectType, id: filters.objectId });
  return (
    <>
      <PageHeader
        title={title}
        description={
          of === null || filters.objectId === undefined ? (
            t('description')
          ) : (
            <>
              {t('historyBody', { object: of })}{' '}
              {objectPage === null ? (
                <code className="font-mono text-xs">{filters.objectId}</code>
              ) : (
                <TextLink href={path(objectPage)}>
                  <code className="font-mono text-xs">{filters.objectId}</code>
                </TextLink>
              )}
            </>
          )
        }
        breadcrumbs={crumbs(
          title === t('title')
            ? [{ label: t('title') }]
            : [{ label: t('title'), href: path('/log') }, { label: title }],
        )}
        actions={<LogExport trigger={<Button icon={<ShieldCheck aria-hidden />}>{t('export')}</Button>} />}
      >
        <LogFilters />
      </PageHeader>
      <QueryState
        query={query}
        loading={
          <Card flush>
            <SkeletonRows rows={8} />
          </Card>
        }
      >
        {({ events, cursor: next }) => (
          <>
            <Card flush>
              <DataTable
                caption={t('list')}
                columns={columns}
                rows={events}
                rowKey={(event) => event.id}
                narrow="cards"
                dense
                empty={
                  <EmptyState
                    icon={<History aria-hidden />}
                    title={Object.keys(filters).length > 0 ? t('noneTitle') : t('emptyTitle')}
                    description={Object.keys(filters).length > 0 ? t('noneBody') : t('emptyBody')}
                    action={
                      Object.keys(filters).length > 0 ? (
                        <LinkButton href={path('/log')} onClick={() => replace(NO_FILTERS)}>
                          {t('showAll')}
                        </LinkButton>
                      ) : undefined
                    }
                  />
                }
              />
            </Card>
            {cursor === null && next === null ? null : (
              <div className="mt-4">
                <Pagination {...pages(next)} />
              </div>
            )}
          </>
        )}
      </QueryState>
    </>
  );
}

function useLogColumns(): TableColumn<LogEvent>[] {
  const t = useTranslations('log');
  const { path } = useOrg();
  const words = useLogWords();
  const actionText = useActionText();
  return [
    {
      id: 'what',
      header: t('what'),
      cell: (event) => (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink href={path(`/log/${event.id}`)}>{actionText(event.action)}</TextLink>
          {event.erased ? <Badge tone="warn">{t('erased')}</Badge> : null}
        </span>
      ),
    },
    { id: 'who', header: t('who'), cell: (event) => words.actor(event.actor) },
    {
      id: 'on',
      header: t('on'),
      cell: (event) => (
        <TextLink href={path(`/log?object=${event.object.type}:${event.object.id}`)}>
          {words.object(event.object.type)}{' '}
          <span className="font-mono text-xs">{shortId(event.object.id)}</span>
        </TextLink>
      ),
    },
    {
      id: 'when',
      header: t('when'),
      className: 'whitespace-nowrap text-fg-secondary',
      cell: (event) => <DateTime at={event.at} />,
    },
    {
      id: 'place',
      header: t('place'),
      numeric: true,
      className: 'text-fg-muted',
      cell: (event) => event.index ?? '…',
    },
  ];
}
