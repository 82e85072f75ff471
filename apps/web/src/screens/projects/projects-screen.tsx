'use client';

import {
  Button,
  Card,
  EmptyState,
  LinkButton,
  PageHeader,
  Pagination,
  SearchInput,
  SkeletonRows,
} from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { FolderKanban, Plus, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCan } from '~/shell/use-can.ts';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { usePager, useSearchText } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ProjectsTable } from './projects-table.tsx';

const PAGE = 25;

export function ProjectsScreen() {
  const t = useTranslations('projects');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const may = useCan();
  const { text, settled, setText } = useSearchText();
  const { cursor, pages } = usePager();
  const list = useQuery(
    trpc.project.list.queryOptions(
      { search: settled, cursor, limit: PAGE },
      { placeholderData: keepPreviousData },
    ),
  );
  const mayCreate = may('project.create');
  const newProject = mayCreate ? (
    <LinkButton variant="primary" href={path('/projects/new')} icon={<Plus aria-hidden />}>
      {t('new')}
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumbs={crumbs([{ label: t('title') }])}
        actions={newProject}
      />
      <div className="mb-4">
        <SearchInput label={t('search')} value={text} onChange={setText} />
      </div>
      <Card flush>
        <QueryState query={list} loading={<SkeletonRows />}>
          {({ projects }) =>
            projects.length > 0 ? (
              <ProjectsTable projects={projects} />
            ) : settled === '' && cursor === null ? (
              <EmptyState
                icon={<FolderKanban aria-hidden />}
                title={t('emptyTitle')}
                description={mayCreate ? t('emptyBody') : t('emptyWait')}
                action={newProject}
              />
            ) : (
              <EmptyState
                icon={<SearchX aria-hidden />}
                title={t('noneFound', { text: settled })}
                action={<Button onClick={() => setText('')}>{t('clearSearch')}</Button>}
              />
            )
          }
        </QueryState>
      </Card>
      {cursor === null && !list.data?.cursor ? null : (
        <div className="mt-4">
          <Pagination {...pages(list.data?.cursor)} />
        </div>
      )}
    </>
  );
}
