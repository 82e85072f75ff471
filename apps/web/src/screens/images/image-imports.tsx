'use client';

import {
  Button,
  Bytes,
  Card,
  DataTable,
  EmptyState,
  LinkButton,
  PageHeader,
  type TableColumn,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { Images, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { ImageImportBadge } from './image-badges.tsx';
import { isReading, type ListedImageImport, LOOK_MS } from './image-types.ts';

/** Imports of pictures, and what became of each. */
export function ImageImports({ projectId }: { projectId: string }) {
  const t = useTranslations('images.imports');
  const words = useTranslations('images');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may, mayNot } = useMay(projectId);
  const { params, replace } = useUrlParams();
  const before = Number(params.get('before')) || undefined;
  const query = useQuery({
    ...trpc.imageImport.list.queryOptions(
      mayNot('image.read')
        ? skipToken
        : { projectId, limit: 25, ...(before === undefined ? {} : { before }) },
    ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.imports.some((each) => isReading(each.status)) === true ? LOOK_MS : false,
  });
  const begin = (
    <LinkButton
      variant="primary"
      href={path(`/projects/${projectId}/images/new`)}
      icon={<Upload aria-hidden />}
    >
      {words('list.import')}
    </LinkButton>
  );
  return (
    <div className="flex flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.imports')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${projectId}/images`) },
          { label: words('titles.imports') },
        ])}
        actions={may('image.import') ? begin : undefined}
      />
      {mayNot('image.read') ? (
        <NotAllowedCard title={words('list.notAllowedTitle')} body={words('list.notAllowedBody')} />
      ) : (
        <QueryState query={query} loading={<LoadingCard />}>
          {({ imports, next }) =>
            imports.length === 0 && before === undefined ? (
              <Card>
                <EmptyState
                  icon={<Images aria-hidden />}
                  title={t('noneTitle')}
                  description={words('list.noneBody')}
                  {...(may('image.import') ? { action: begin } : {})}
                />
              </Card>
            ) : (
              <div className="flex flex-col gap-4">
                <Card flush>
                  <ImportTable imports={imports} />
                </Card>
                {next === null ? null : (
                  <Button className="self-start" onClick={() => replace({ before: String(next) })}>
                    {t('earlier')}
                  </Button>
                )}
              </div>
            )
          }
        </QueryState>
      )}
    </div>
  );
}

function ImportTable({ imports }: { imports: readonly ListedImageImport[] }) {
  const t = useTranslations('images.imports');
  const words = useTranslations('images');
  const { path } = useOrg();
  const columns: TableColumn<ListedImageImport>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (each) => (
        <span className="flex min-w-0 flex-col gap-1">
          <TextLink href={path(`/image-imports/${each.id}`)} className="wrap-anywhere">
            {t('numbered', { number: each.number, name: each.name })}
          </TextLink>
          <span className="text-xs font-normal text-fg-muted">{words(`origins.${each.about.origin}`)}</span>
        </span>
      ),
    },
    { id: 'status', header: t('status'), cell: ({ status }) => <ImageImportBadge status={status} /> },
    { id: 'taken', header: words('outcome.taken'), align: 'end', cell: ({ taken }) => taken },
    { id: 'twice', header: words('outcome.twice'), align: 'end', cell: ({ twice }) => twice },
    { id: 'refused', header: words('outcome.refused'), align: 'end', cell: ({ refused }) => refused },
    { id: 'bytes', header: t('bytes'), align: 'end', cell: ({ bytes }) => <Bytes value={bytes} /> },
    { id: 'when', header: t('when'), cell: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  ];
  return (
    <DataTable
      caption={words('titles.imports')}
      columns={columns}
      rows={imports}
      rowKey={(each) => each.id}
      narrow="cards"
      empty={<EmptyState icon={<Images aria-hidden />} compact title={t('noneTitle')} />}
    />
  );
}
