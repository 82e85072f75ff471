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
import { Plus, RotateCcw, SearchX, Tags, Trash2 } from 'lucide-react';
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
import type { ListedLabelSchema } from './label-schema-types.ts';

/** The label schemas of a project, or those in its trash. */
export function LabelSchemaList({ projectId }: { projectId: string }) {
  const t = useTranslations('labelSchemas.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { text, settled, setText } = useSearchText();
  const { cursor, pages } = usePager();
  const { params, replace } = useUrlParams();
  const trashed = params.get('show') === 'trash';
  const query = useQuery({
    ...trpc.labelSchema.list.queryOptions(
      mayNot('labelSchema.read') ? skipToken : { projectId, search: settled, trashed, cursor, limit: 25 },
    ),
    placeholderData: keepPreviousData,
  });
  if (mayNot('labelSchema.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const newHref = path(`/projects/${projectId}/label-schemas/new`);
  const begin = (label: string) =>
    may('labelSchema.write') ? (
      <LinkButton variant="primary" href={newHref} icon={<Plus aria-hidden />}>
        {label}
      </LinkButton>
    ) : undefined;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} actions={begin(t('new'))} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ labelSchemas, cursor: next }) =>
          labelSchemas.length === 0 && settled === '' && cursor === null && !trashed ? (
            <Card>
              <EmptyState
                icon={<Tags />}
                title={t('emptyTitle')}
                description={mayNot('labelSchema.write') ? t('emptyForReaders') : t('emptyBody')}
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
                <LabelSchemaTable
                  projectId={projectId}
                  labelSchemas={labelSchemas}
                  trashed={trashed}
                  mayWrite={may('labelSchema.write')}
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

function LabelSchemaTable({
  projectId,
  labelSchemas,
  trashed,
  mayWrite,
  empty,
}: {
  projectId: string;
  labelSchemas: readonly ListedLabelSchema[];
  trashed: boolean;
  mayWrite: boolean;
  empty: ReactNode;
}) {
  const t = useTranslations('labelSchemas.list');
  const head = useTranslations('labelSchemas.head');
  const common = useTranslations('common');
  const { path } = useOrg();
  const { trash, restore, busy } = useTrash();
  const [leaving, setLeaving] = useState<ListedLabelSchema | null>(null);
  const thing = ({ id, name }: ListedLabelSchema) => ({ kind: 'labelSchema', id, name, projectId }) as const;
  const columns: TableColumn<ListedLabelSchema>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (schema) => (
        <span className="flex flex-col gap-0.5">
          {trashed ? (
            <span className="wrap-anywhere">{schema.name}</span>
          ) : (
            <TextLink href={path(`/label-schemas/${schema.id}`)}>{schema.name}</TextLink>
          )}
          {schema.description === '' ? null : (
            <span className="line-clamp-2 max-w-md text-xs font-normal text-fg-muted">
              {schema.description}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'questions',
      header: t('questions'),
      cell: ({ questions, labels }) => (
        <span className="text-fg-secondary">{t('questionsText', { count: questions.length, labels })}</span>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ sound }) => <Badge tone={sound ? 'good' : 'warn'}>{sound ? t('sound') : t('unsound')}</Badge>,
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
      cell: (schema) => <TimeAgo at={schema.trashedAt ?? schema.updatedAt} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={labelSchemas}
        rowKey={(schema) => schema.id}
        narrow="cards"
        empty={empty}
        {...(mayWrite
          ? {
              rowActionsLabel: common('actions'),
              rowActions: (schema: ListedLabelSchema) =>
                trashed ? (
                  <Button
                    size="sm"
                    icon={<RotateCcw aria-hidden />}
                    disabled={busy !== null}
                    onClick={() => void restore(thing(schema))}
                  >
                    {t('restore')}
                  </Button>
                ) : (
                  <DropdownMenu
                    label={t('actions', { name: schema.name })}
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
                            onSelect: () => setLeaving(schema),
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
