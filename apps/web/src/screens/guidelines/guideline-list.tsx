'use client';

import {
  Badge,
  Button,
  Card,
  ConfirmDialog,
  DataTable,
  DropdownMenu,
  EmptyState,
  LinkButton,
  NumberText,
  Pagination,
  SearchInput,
  SectionHeader,
  Select,
  type TableColumn,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { NotebookText, Plus, RotateCcw, SearchX, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager, useSearchText, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { useTrash } from '../trash/use-trash.ts';
import type { ListedGuideline } from './guideline-types.ts';

/** The guidelines of a project, or those in its trash. */
export function GuidelineList({ projectId }: { projectId: string }) {
  const t = useTranslations('guidelines.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { text, settled, setText } = useSearchText();
  const { cursor, pages } = usePager();
  const { params, replace } = useUrlParams();
  const trashed = params.get('show') === 'trash';
  const query = useQuery({
    ...trpc.guideline.list.queryOptions(
      mayNot('guideline.read') ? skipToken : { projectId, search: settled, trashed, cursor, limit: 25 },
    ),
    placeholderData: keepPreviousData,
  });
  if (mayNot('guideline.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const newHref = path(`/projects/${projectId}/guidelines/new`);
  const begin = (label: string) =>
    may('guideline.write') ? (
      <LinkButton variant="primary" href={newHref} icon={<Plus aria-hidden />}>
        {label}
      </LinkButton>
    ) : undefined;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} actions={begin(t('new'))} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ guidelines, cursor: next }) =>
          guidelines.length === 0 && settled === '' && cursor === null && !trashed ? (
            <Card>
              <EmptyState
                icon={<NotebookText />}
                title={t('emptyTitle')}
                description={mayNot('guideline.write') ? t('emptyForReaders') : t('emptyBody')}
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
                <GuidelineTable
                  projectId={projectId}
                  guidelines={guidelines}
                  trashed={trashed}
                  mayWrite={may('guideline.write')}
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
          )
        }
      </QueryState>
    </div>
  );
}

function GuidelineTable({
  projectId,
  guidelines,
  trashed,
  mayWrite,
  empty,
}: {
  projectId: string;
  guidelines: readonly ListedGuideline[];
  trashed: boolean;
  mayWrite: boolean;
  empty: ReactNode;
}) {
  const t = useTranslations('guidelines.list');
  const head = useTranslations('guidelines.head');
  const common = useTranslations('common');
  const { path } = useOrg();
  const { trash, restore, busy } = useTrash();
  const [leaving, setLeaving] = useState<ListedGuideline | null>(null);
  const thing = ({ id, name }: ListedGuideline) => ({ kind: 'guideline', id, name, projectId }) as const;
  const columns: TableColumn<ListedGuideline>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (guideline) => (
        <span className="flex flex-col gap-0.5">
          {trashed ? (
            <span className="wrap-anywhere">{guideline.name}</span>
          ) : (
            <TextLink href={path(`/guidelines/${guideline.id}`)}>{guideline.name}</TextLink>
          )}
          {guideline.description === '' ? null : (
            <span className="line-clamp-2 max-w-md text-xs font-normal text-fg-muted">
              {guideline.description}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'contents',
      header: t('contents'),
      cell: ({ sections, examples, rules }) => (
        <span className="text-fg-secondary">{t('contentsText', { sections, examples, rules })}</span>
      ),
    },
    {
      id: 'mine',
      header: t('mine'),
      cell: ({ acknowledgement, number }) => <MyReading acknowledgement={acknowledgement} number={number} />,
    },
    {
      id: 'questions',
      header: t('questions'),
      numeric: true,
      cell: ({ id, openQuestions }) =>
        openQuestions === 0 || trashed ? (
          <NumberText value={openQuestions} />
        ) : (
          <TextLink href={path(`/guidelines/${id}/questions?show=open`)}>
            <NumberText value={openQuestions} />
          </TextLink>
        ),
    },
    {
      id: 'version',
      header: t('version'),
      numeric: true,
      cell: ({ number }) => <NumberText value={number} />,
    },
    {
      id: 'updated',
      header: trashed ? t('trashedAt') : t('updated'),
      cell: (guideline) => <TimeAgo at={guideline.trashedAt ?? guideline.updatedAt} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={guidelines}
        rowKey={(guideline) => guideline.id}
        narrow="cards"
        empty={empty}
        {...(mayWrite
          ? {
              rowActionsLabel: common('actions'),
              rowActions: (guideline: ListedGuideline) =>
                trashed ? (
                  <Button
                    size="sm"
                    icon={<RotateCcw aria-hidden />}
                    disabled={busy !== null}
                    onClick={() => void restore(thing(guideline))}
                  >
                    {t('restore')}
                  </Button>
                ) : (
                  <DropdownMenu
                    label={t('actions', { name: guideline.name })}
                    groups={[
                      {
                        id: 'all',
                        items: [
                          {
                            id: 'trash',
                            label: t('toTrash'),
                            icon: <Trash2 aria-hidden />,
                            destructive: true,
                            disabled: busy !== null,
                            onSelect: () => setLeaving(guideline),
                          },
                        ],
                      },
                    ]}
                  />
                ),
            }
          : {})}
      />
      {leaving === null ? null : (
        <ConfirmDialog
          open
          onOpenChange={(open) => (open ? undefined : setLeaving(null))}
          title={head('trashTitle', { name: leaving.name })}
          description={head('trashBody')}
          confirmLabel={head('trashConfirm')}
          destructive
          onConfirm={() => trash(thing(leaving))}
        />
      )}
    </>
  );
}

/** Whether the reader has read the version that counts. */
function MyReading({ acknowledgement, number }: Pick<ListedGuideline, 'acknowledgement' | 'number'>) {
  const t = useTranslations('guidelines.list');
  if (acknowledgement === null) return '–';
  const { state, must } = acknowledgement;
  if (must) return <Badge tone="warn">{state === 'NONE' ? t('toRead') : t('toReadAgain')}</Badge>;
  return <Badge tone="good">{t('read', { number: acknowledgement.number ?? number })}</Badge>;
}
