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
import { Stamp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { versionPath } from '../versions/use-version.ts';
import { ReleaseStatus } from './release-badges.tsx';
import { isValidating, type ListedRelease, releasePath } from './use-release.ts';

/** The releases of a project, newest first. */
export function ReleaseList({ projectId }: { projectId: string }) {
  const t = useTranslations('releases.list');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { mayNot } = useMay(projectId);
  const { cursor, pages } = usePager();
  const query = useQuery({
    ...trpc.release.list.queryOptions(mayNot('release.read') ? skipToken : { projectId, cursor, limit: 25 }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.releases.some(isValidating) === true ? 2000 : false),
  });
  if (mayNot('release.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ releases, cursor: next }) =>
          releases.length === 0 && cursor === null ? (
            <Card>
              <EmptyState
                icon={<Stamp />}
                title={t('emptyTitle')}
                description={mayNot('release.request') ? t('emptyForReaders') : t('emptyBody')}
                action={
                  mayNot('release.request') ? undefined : (
                    <LinkButton variant="primary" href={path(`/projects/${projectId}/versions`)}>
                      {t('toVersions')}
                    </LinkButton>
                  )
                }
              />
            </Card>
          ) : (
            <>
              <Card flush>
                <ReleaseTable releases={releases} />
              </Card>
              {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
            </>
          )
        }
      </QueryState>
    </div>
  );
}

function ReleaseTable({ releases }: { releases: readonly ListedRelease[] }) {
  const t = useTranslations('releases.list');
  const words = useTranslations('releases');
  const versions = useTranslations('versions');
  const { path } = useOrg();
  const columns: TableColumn<ListedRelease>[] = [
    {
      id: 'name',
      header: t('release'),
      rowHeader: true,
      cell: (release) => (
        <span className="flex flex-col gap-1 max-sm:items-end">
          <TextLink href={path(releasePath(release.id))}>
            {words('numbered', { number: release.number })}
          </TextLink>
          <span className="text-xs font-normal text-fg-secondary wrap-anywhere">{release.title}</span>
        </span>
      ),
    },
    {
      id: 'status',
      header: t('status'),
      cell: (release) => (
        <span className="flex flex-col items-start gap-1 max-sm:items-end">
          <ReleaseStatus release={release} />
          {release.withdrawReason === null ? null : (
            <span className="text-xs text-fg-secondary wrap-anywhere">{release.withdrawReason}</span>
          )}
        </span>
      ),
    },
    {
      id: 'version',
      header: t('version'),
      cell: (release) => (
        <TextLink href={path(versionPath(release.projectId, release.version.id))}>
          {versions('numbered', { number: release.version.number })}
        </TextLink>
      ),
    },
    {
      id: 'samples',
      header: t('samples'),
      numeric: true,
      cell: (release) =>
        release.version.samples === null ? '–' : <NumberText value={release.version.samples} />,
    },
    { id: 'policy', header: t('policy'), cell: (release) => release.policyName },
    {
      id: 'asked',
      header: t('asked'),
      cell: (release) => (
        <span className="flex flex-col max-sm:items-end">
          <TimeAgo at={release.createdAt} />
          <span className="text-xs text-fg-muted">{release.requestedBy?.name ?? words('someoneGone')}</span>
        </span>
      ),
    },
    {
      id: 'decided',
      header: t('decided'),
      cell: (release) =>
        release.decidedAt === null ? (
          '–'
        ) : (
          <span className="flex flex-col max-sm:items-end">
            <TimeAgo at={release.decidedAt} />
            <span className="text-xs text-fg-muted">{release.decidedBy?.name ?? words('someoneGone')}</span>
          </span>
        ),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={releases}
      rowKey={(release) => release.id}
      narrow="cards"
    />
  );
}
