'use client';

import {
  Button,
  Card,
  EmptyState,
  LinkButton,
  Pagination,
  SearchInput,
  SectionHeader,
  Select,
  type TableColumn,
} from '@assay/ui';
import { Plus, SearchX, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { type Loaded, QueryState } from '~/shell/page-states.tsx';
import { usePager, useSearchText, useUrlParams } from '~/shell/use-url-params.ts';
import { useMay } from '../sources/use-source.ts';
import { type Area, areas } from './area.ts';
import { type ListedThing, VersionedTable } from './versioned-table.tsx';

/** What a list of them asks for: the search, the page and the trash, as the address says. */
export function useListed(projectId: string, area: Area) {
  const { mayNot } = useMay(projectId);
  const { text, settled, setText } = useSearchText();
  const { cursor, pages } = usePager();
  const { params, replace } = useUrlParams();
  const trashed = params.get('show') === 'trash';
  return {
    /** Null where the reader may not see any. */
    input: mayNot(`${areas[area].kind}.read`)
      ? null
      : { projectId, search: settled, trashed, cursor, limit: 25 },
    text,
    settled,
    setText,
    cursor,
    pages,
    trashed,
    replace,
  };
}

/** The recipes, guidelines or label schemas of a project, or those in its trash. */
export function VersionedList<Answer extends { cursor: string | null }, Row extends ListedThing>({
  area,
  projectId,
  icon,
  listed,
  query,
  rowsOf,
  columns,
}: {
  area: Area;
  projectId: string;
  icon: ReactNode;
  listed: ReturnType<typeof useListed>;
  query: Loaded<Answer>;
  rowsOf: (answer: Answer) => readonly Row[];
  /** What lists of this kind say between the name and the version. */
  columns: TableColumn<Row>[];
}) {
  const t = useTranslations(`${area}.list`);
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { kind, room } = areas[area];
  const { text, settled, setText, cursor, pages, trashed, replace } = listed;
  if (listed.input === null) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const begin = (label: string) =>
    may(`${kind}.write`) ? (
      <LinkButton
        variant="primary"
        href={path(`/projects/${projectId}/${room}/new`)}
        icon={<Plus aria-hidden />}
      >
        {label}
      </LinkButton>
    ) : undefined;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} actions={begin(t('new'))} />
      <QueryState query={query} loading={<LoadingCard />}>
        {(answer) => {
          const rows = rowsOf(answer);
          const next = answer.cursor;
          return rows.length === 0 && settled === '' && cursor === null && !trashed ? (
            <Card>
              <EmptyState
                icon={icon}
                title={t('emptyTitle')}
                description={mayNot(`${kind}.write`) ? t('emptyForReaders') : t('emptyBody')}
                action={
                  <>
                    {begin(t('emptyAction'))}
                    <Button
                      variant="quiet"
                      icon={<Trash2 aria-hidden />}
                      onClick={() => replace({ show: 'trash' })}
                    >
                      {t('trash')}
                    </Button>
                  </>
                }
              />
            </Card>
          ) : (
            <>
              <div className="flex flex-wrap gap-2">
                <SearchInput
                  label={t('search')}
                  value={text}
                  onChange={setText}
                  className="min-w-0 flex-1 basis-60"
                />
                <Select
                  aria-label={t('show')}
                  className="w-full sm:w-44"
                  value={trashed ? 'trash' : ''}
                  onChange={(event) => replace({ show: event.target.value, after: null })}
                  options={[
                    { value: '', label: t('live') },
                    { value: 'trash', label: t('trash') },
                  ]}
                />
              </div>
              <Card flush>
                <VersionedTable
                  area={area}
                  projectId={projectId}
                  rows={rows}
                  columns={columns}
                  trashed={trashed}
                  mayWrite={may(`${kind}.write`)}
                  empty={
                    settled === '' ? (
                      <EmptyState
                        icon={<Trash2 />}
                        compact
                        title={t('emptyTrashTitle')}
                        description={t('emptyTrashBody')}
                      />
                    ) : (
                      <EmptyState
                        icon={<SearchX />}
                        compact
                        title={t('noMatchTitle', { search: settled })}
                        description={t('noMatchBody')}
                        action={<Button onClick={() => setText('')}>{t('clear')}</Button>}
                      />
                    )
                  }
                />
              </Card>
              {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
            </>
          );
        }}
      </QueryState>
    </div>
  );
}
