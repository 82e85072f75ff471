'use client';

import {
  Card,
  DataTable,
  EmptyState,
  LinkButton,
  NumberText,
  Pagination,
  SectionHeader,
  type TableColumn,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { FileSearch, GitCommitVertical, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ReleaseMarks } from '../releases/release-badges.tsx';
import { useMay } from '../sources/use-source.ts';
import { RefsCard } from './refs-card.tsx';
import { isBeingMade, type ListedVersion, LOOK_MS, versionPath } from './use-version.ts';
import { RefBadges, ShortRoot, VersionStatus } from './version-badges.tsx';

/** The versions of a project, newest first, and the names that point at them. */
export function VersionList({ projectId }: { projectId: string }) {
  const t = useTranslations('versions.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may, mayNot } = useMay(projectId);
  const { cursor, pages } = usePager();
  const query = useQuery({
    ...trpc.version.list.queryOptions(mayNot('version.read') ? skipToken : { projectId, cursor, limit: 25 }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.versions.some(isBeingMade) === true ? LOOK_MS : false),
  });
  if (mayNot('version.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const commit = may('version.commit') ? (
    <LinkButton
      variant="primary"
      href={path(`/projects/${projectId}/versions/new`)}
      icon={<Plus aria-hidden />}
    >
      {t('commit')}
    </LinkButton>
  ) : undefined;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader
        title={t('title')}
        description={t('about')}
        actions={
          <>
            <LinkButton href={path('/files')} icon={<FileSearch aria-hidden />}>
              {t('whatIsThis')}
            </LinkButton>
            {commit}
          </>
        }
      />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ versions, cursor: next }) =>
          versions.length === 0 && cursor === null ? (
            <Card>
              <EmptyState
                icon={<GitCommitVertical />}
                title={t('emptyTitle')}
                description={mayNot('version.commit') ? t('emptyForReaders') : t('emptyBody')}
                action={commit}
              />
            </Card>
          ) : (
            <>
              <Card flush>
                <VersionTable versions={versions} />
              </Card>
              {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
              <RefsCard projectId={projectId} versions={versions} />
            </>
          )
        }
      </QueryState>
    </div>
  );
}

function VersionTable({ versions }: { versions: readonly ListedVersion[] }) {
  const t = useTranslations('versions.list');
  const words = useTranslations('versions');
  const { path } = useOrg();
  const figure = (value: number | null) => (value === null ? '–' : <NumberText value={value} />);
  const columns: TableColumn<ListedVersion>[] = [
    {
      id: 'name',
      header: t('version'),
      rowHeader: true,
      cell: (version) => (
        <span className="flex flex-col gap-1 max-sm:items-end">
          <span className="flex flex-wrap items-center gap-2">
            <TextLink href={path(versionPath(version.projectId, version.id))}>
              {words('numbered', { number: version.number })}
            </TextLink>
            <RefBadges refs={version.refs} />
            <ReleaseMarks releases={version.releases} />
          </span>
          {version.message === '' ? null : (
            <span className="text-xs font-normal text-fg-secondary wrap-anywhere">{version.message}</span>
          )}
        </span>
      ),
    },
    { id: 'status', header: t('status'), cell: (version) => <VersionStatus status={version.status} /> },
    { id: 'samples', header: t('samples'), numeric: true, cell: (version) => figure(version.samples) },
    { id: 'labels', header: t('labels'), numeric: true, cell: (version) => figure(version.labels) },
    {
      id: 'root',
      header: t('root'),
      cell: (version) => (version.root === null ? '–' : <ShortRoot root={version.root} />),
    },
    {
      id: 'made',
      header: t('made'),
      cell: (version) => (
        <span className="flex flex-col max-sm:items-end">
          <TimeAgo at={version.createdAt} />
          <span className="text-xs text-fg-muted">{version.createdByName ?? words('someoneGone')}</span>
        </span>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={versions}
      rowKey={(version) => version.id}
      narrow="cards"
    />
  );
}
