'use client';

import { labelImportUse } from '@assay/contracts';
import {
  Badge,
  Button,
  Card,
  DataTable,
  EmptyState,
  LinkButton,
  PageHeader,
  Select,
  type TableColumn,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { FileInput, SearchX, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { ImportStatusBadge } from './import-badges.tsx';
import { isMoving, type ListedImport, LOOK_MS } from './import-types.ts';

/** Files of labels that came from elsewhere, and what became of each. */
export function ProjectImports({ projectId }: { projectId: string }) {
  const t = useTranslations('labelImports.list');
  const words = useTranslations('labelImports');
  const batches = useTranslations('batches.titles');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may, mayNot } = useMay(projectId);
  const { params, replace } = useUrlParams();
  const use = labelImportUse.safeParse(params.get('use')).data;
  const before = Number(params.get('before')) || undefined;
  const query = useQuery({
    ...trpc.labelImport.list.queryOptions(
      mayNot('label.import')
        ? skipToken
        : {
            projectId,
            limit: 25,
            ...(use === undefined ? {} : { use }),
            ...(before === undefined ? {} : { before }),
          },
    ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.imports.some((each) => isMoving(each.status)) === true ? LOOK_MS : false,
  });
  const begin = (
    <LinkButton
      variant="primary"
      href={path(`/projects/${projectId}/label-imports/new`)}
      icon={<Upload aria-hidden />}
    >
      {t('new')}
    </LinkButton>
  );
  const filtered = use !== undefined || before !== undefined;
  return (
    <div className="flex flex-col gap-6 *:first:mb-0">
      <PageHeader
        title={words('titles.list')}
        description={t('about')}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${projectId}`) },
          { label: batches('list'), href: path(`/projects/${projectId}/batches`) },
          { label: words('titles.list') },
        ])}
        actions={may('label.import') ? begin : undefined}
      />
      {mayNot('label.import') ? (
        <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />
      ) : (
        <QueryState query={query} loading={<LoadingCard />}>
          {({ imports, next }) =>
            imports.length === 0 && !filtered ? (
              <Card>
                <EmptyState
                  icon={<FileInput aria-hidden />}
                  title={t('noneTitle')}
                  description={t('noneBody')}
                  action={begin}
                />
              </Card>
            ) : (
              <div className="flex flex-col gap-4">
                <Select
                  aria-label={t('useLabel')}
                  className="w-full sm:w-56"
                  value={use ?? ''}
                  onChange={(event) => replace({ use: event.target.value, before: null })}
                  options={[
                    { value: '', label: t('any') },
                    ...labelImportUse.options.map((each) => ({ value: each, label: words(`uses.${each}`) })),
                  ]}
                />
                <Card flush>
                  <ImportTable imports={imports} />
                </Card>
                {next === null ? null : (
                  <Button className="self-start" onClick={() => replace({ before: String(next) })}>
                    {t('more')}
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

function ImportTable({ imports }: { imports: readonly ListedImport[] }) {
  const t = useTranslations('labelImports.list');
  const words = useTranslations('labelImports');
  const { path } = useOrg();
  const columns: TableColumn<ListedImport>[] = [
    {
      id: 'file',
      header: t('file'),
      rowHeader: true,
      cell: (each) => (
        <span className="flex min-w-0 flex-col gap-1.5">
          <TextLink href={path(`/label-imports/${each.id}`)} className="wrap-anywhere">
            {words('titles.one', { number: each.number })}: {each.fileName}
          </TextLink>
          {each.run === null || each.labelSchema === null ? null : (
            <span className="text-xs font-normal text-fg-muted">
              {t('of', { run: each.run.number, schema: each.labelSchema.name })}
            </span>
          )}
        </span>
      ),
    },
    { id: 'use', header: t('use'), cell: ({ use }) => <Badge>{words(`uses.${use}`)}</Badge> },
    { id: 'status', header: t('status'), cell: ({ status }) => <ImportStatusBadge status={status} /> },
    {
      id: 'taken',
      header: t('taken'),
      align: 'end',
      cell: ({ good, records }) =>
        good === null || records === null ? '–' : t('takenOf', { good, records }),
    },
    { id: 'when', header: t('when'), cell: ({ createdAt }) => <TimeAgo at={createdAt} /> },
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={imports}
      rowKey={(each) => each.id}
      narrow="cards"
      empty={<EmptyState icon={<SearchX aria-hidden />} compact title={t('noMatchTitle')} />}
    />
  );
}
