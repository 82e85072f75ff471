'use client';

import { Badge, Card, DataTable, DateTime, NumberText, SkeletonRows, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { subjectPath } from '../../jobs/use-job-words.ts';
import { useSource } from '../../sources/use-source.ts';
import { EraseSource } from './erase-source.tsx';

/** What hangs on a source, what of it is stale, and the way to erase it. */
export function SourceDependents({ sourceId }: { sourceId: string }) {
  const t = useTranslations('data.dependents');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { source, may, mayNot } = useSource(sourceId);
  const query = useQuery(trpc.source.dependents.queryOptions({ sourceId }));
  const state = (stale: boolean) => (
    <Badge tone={stale ? 'warn' : 'good'}>{stale ? t('stale') : t('fresh')}</Badge>
  );
  const typeName = (type: string) => (t.has(`types.${type}` as never) ? t(`types.${type}` as never) : type);
  return (
    <div className="space-y-6">
      <QueryState query={query} loading={<SkeletonRows rows={8} />}>
        {({ versions, splits, others }) => {
          const numberOf = (id: string) => versions.find((version) => version.id === id)?.number ?? '';
          return (
            <>
              <Card title={t('made')} description={t('madeBody')} flush>
                <DataTable
                  caption={t('made')}
                  narrow="cards"
                  dense
                  columns={[
                    {
                      id: 'type',
                      header: t('type'),
                      cell: (each) => {
                        const page = subjectPath(each);
                        return page === null ? (
                          typeName(each.type)
                        ) : (
                          <TextLink href={path(page)}>{typeName(each.type)}</TextLink>
                        );
                      },
                    },
                    { id: 'from', header: t('from'), cell: (each) => numberOf(each.fromId) },
                    { id: 'at', header: t('at'), cell: (each) => <DateTime at={each.at} /> },
                    { id: 'state', header: t('state'), cell: (each) => state(each.stale) },
                  ]}
                  rows={others}
                  rowKey={(each) => `${each.type} ${each.id} ${each.fromId}`}
                  empty={<p className="px-5 py-4 text-sm text-fg-muted">{t('none')}</p>}
                />
              </Card>
              <Card title={t('versions')} description={t('versionsBody')} flush>
                <DataTable
                  caption={t('versions')}
                  narrow="cards"
                  dense
                  columns={[
                    {
                      id: 'number',
                      header: t('versions'),
                      cell: (version) => (
                        <TextLink href={path(`/versions/${version.id}`)}>{version.number}</TextLink>
                      ),
                    },
                    {
                      id: 'rows',
                      header: t('rows'),
                      numeric: true,
                      cell: (version) => (version.rows === null ? '' : <NumberText value={version.rows} />),
                    },
                    { id: 'at', header: t('at'), cell: (version) => <DateTime at={version.createdAt} /> },
                    {
                      id: 'state',
                      header: t('state'),
                      cell: (version) =>
                        version.status === 'READY' ? (
                          <Badge tone={version.stale ? 'neutral' : 'good'}>
                            {version.stale ? t('old') : t('active')}
                          </Badge>
                        ) : (
                          version.status.toLowerCase()
                        ),
                    },
                  ]}
                  rows={versions}
                  rowKey={(version) => version.id}
                />
              </Card>
              <Card title={t('splits')} flush>
                <DataTable
                  caption={t('splits')}
                  narrow="cards"
                  dense
                  columns={[
                    {
                      id: 'id',
                      header: t('id'),
                      cell: (split) => <code className="font-mono text-xs">{split.id}</code>,
                    },
                    { id: 'from', header: t('from'), cell: (split) => numberOf(split.versionId) },
                    { id: 'at', header: t('at'), cell: (split) => <DateTime at={split.createdAt} /> },
                    {
                      id: 'state',
                      header: t('state'),
                      cell: (split) => (
                        <Badge tone={split.active ? 'good' : 'neutral'}>
                          {split.active ? t('active') : t('replaced')}
                        </Badge>
                      ),
                    },
                  ]}
                  rows={splits}
                  rowKey={(split) => split.id}
                  empty={<p className="px-5 py-4 text-sm text-fg-muted">{t('noSplits')}</p>}
                />
              </Card>
            </>
          );
        }}
      </QueryState>
      {source.data === undefined ? null : (
        <EraseSource source={source.data} may={may('source.erase')} mayNot={mayNot('source.erase')} />
      )}
    </div>
  );
}
