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
import { BookOpenText, Plus, RotateCcw, SearchX, Trash2 } from 'lucide-react';
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
import type { ListedRecipe } from './recipe-types.ts';

/** The recipes of a project, or those in its trash. */
export function RecipeList({ projectId }: { projectId: string }) {
  const t = useTranslations('recipes.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { text, settled, setText } = useSearchText();
  const { cursor, pages } = usePager();
  const { params, replace } = useUrlParams();
  const trashed = params.get('show') === 'trash';
  const query = useQuery({
    ...trpc.recipe.list.queryOptions(
      mayNot('recipe.read') ? skipToken : { projectId, search: settled, trashed, cursor, limit: 25 },
    ),
    placeholderData: keepPreviousData,
  });
  if (mayNot('recipe.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const newHref = path(`/projects/${projectId}/recipes/new`);
  const begin = (label: string) =>
    may('recipe.write') ? (
      <LinkButton variant="primary" href={newHref} icon={<Plus aria-hidden />}>
        {label}
      </LinkButton>
    ) : undefined;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} actions={begin(t('new'))} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ recipes, cursor: next }) =>
          recipes.length === 0 && settled === '' && cursor === null && !trashed ? (
            <Card>
              <EmptyState
                icon={<BookOpenText />}
                title={t('emptyTitle')}
                description={mayNot('recipe.write') ? t('emptyForReaders') : t('emptyBody')}
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
                <RecipeTable
                  projectId={projectId}
                  recipes={recipes}
                  trashed={trashed}
                  mayWrite={may('recipe.write')}
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

function RecipeTable({
  projectId,
  recipes,
  trashed,
  mayWrite,
  empty,
}: {
  projectId: string;
  recipes: readonly ListedRecipe[];
  trashed: boolean;
  mayWrite: boolean;
  empty: ReactNode;
}) {
  const t = useTranslations('recipes.list');
  const head = useTranslations('recipes.head');
  const words = useTranslations('recipes');
  const common = useTranslations('common');
  const { path } = useOrg();
  const { trash, restore, busy } = useTrash();
  const [leaving, setLeaving] = useState<ListedRecipe | null>(null);
  const thing = ({ id, name }: ListedRecipe) => ({ kind: 'recipe', id, name, projectId }) as const;
  const columns: TableColumn<ListedRecipe>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (recipe) => (
        <span className="flex flex-col gap-0.5">
          {trashed ? (
            <span className="wrap-anywhere">{recipe.name}</span>
          ) : (
            <TextLink href={path(`/recipes/${recipe.id}`)}>{recipe.name}</TextLink>
          )}
          {recipe.description === '' ? null : (
            <span className="line-clamp-2 max-w-md text-xs font-normal text-fg-muted">
              {recipe.description}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'method',
      header: t('method'),
      cell: ({ method }) => (method === null ? '–' : <Badge>{words(`methods.${method}.name`)}</Badge>),
    },
    {
      id: 'demands',
      header: t('demands'),
      cell: ({ conditions, constraints }) => (
        <span className="text-fg-secondary">{t('demandsText', { conditions, constraints })}</span>
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
      cell: (recipe) => <TimeAgo at={recipe.trashedAt ?? recipe.updatedAt} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={recipes}
        rowKey={(recipe) => recipe.id}
        narrow="cards"
        empty={empty}
        {...(mayWrite
          ? {
              rowActionsLabel: common('actions'),
              rowActions: (recipe: ListedRecipe) =>
                trashed ? (
                  <Button
                    size="sm"
                    icon={<RotateCcw aria-hidden />}
                    disabled={busy !== null}
                    onClick={() => void restore(thing(recipe))}
                  >
                    {t('restore')}
                  </Button>
                ) : (
                  <DropdownMenu
                    label={t('actions', { name: recipe.name })}
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
                            onSelect: () => setLeaving(recipe),
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
