'use client';

import {
  Button,
  Bytes,
  Card,
  CopyButton,
  DataTable,
  DateTime,
  Progress,
  SkeletonRows,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, PackageOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

/** Orders a full export, shows it being made, and hands out finished ones. */
export function ExportCard() {
  const t = useTranslations('settings');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const list = useQuery(trpc.organisation.export.list.queryOptions());
  const jobs = useQuery(trpc.job.list.queryOptions({ kind: 'organisation.export', limit: 1 }));
  const order = useMutation(
    trpc.organisation.export.order.mutationOptions({
      onSettled: () => void queryClient.invalidateQueries(trpc.job.pathFilter()),
    }),
  );
  const link = useMutation(
    trpc.organisation.export.link.mutationOptions({
      onSuccess: ({ url }) => window.location.assign(url),
      onError: (error) => toast({ title: refusalOf(error).message, tone: 'bad' }),
    }),
  );
  const job = jobs.data?.jobs[0];
  const underWay = job?.status === 'RUNNING' || job?.status === 'QUEUED';
  return (
    <Card
      title={t('export')}
      description={t('exportBody')}
      actions={
        <Button
          icon={<PackageOpen aria-hidden />}
          loading={order.isPending}
          disabled={underWay}
          onClick={() => order.mutate()}
        >
          {t('orderExport')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <RefusalCallout error={order.error} />
        {job !== undefined && underWay ? (
          <Progress
            label={job.status === 'QUEUED' ? t('exportWaits') : t('exportRuns')}
            done={job.done}
            total={job.total ?? undefined}
            timeLeftMs={job.timeLeftMs ?? undefined}
          />
        ) : null}
        <QueryState query={list} loading={<SkeletonRows rows={1} />}>
          {(rows) => (
            <div className="-mx-4 -mb-5 border-t border-line sm:-mx-5">
              <DataTable
                caption={t('exports')}
                className="whitespace-nowrap"
                narrow="cards"
                dense
                rows={rows}
                rowKey={(row) => row.exportId}
                empty={<p className="px-4 sm:px-5 text-sm text-fg-secondary">{t('noExports')}</p>}
                rowActionsLabel={common('actions')}
                rowActions={(row) => (
                  <Button
                    size="sm"
                    icon={<Download aria-hidden />}
                    loading={link.isPending && link.variables.exportId === row.exportId}
                    onClick={() => link.mutate({ exportId: row.exportId })}
                  >
                    {t('download')}
                  </Button>
                )}
                columns={[
                  {
                    id: 'at',
                    header: t('exportedAt'),
                    rowHeader: true,
                    cell: (row) => <DateTime at={row.createdAt} />,
                  },
                  {
                    id: 'bytes',
                    header: t('size'),
                    numeric: true,
                    cell: (row) => <Bytes value={Number(row.bytes)} />,
                  },
                  {
                    id: 'sha256',
                    header: t('checksum'),
                    cell: (row) => (
                      <span className="inline-flex items-center gap-1">
                        <code className="font-mono text-xs">{row.sha256.slice(0, 8)}…</code>
                        <CopyButton text={row.sha256} label={t('copyChecksum')} />
                      </span>
                    ),
                  },
                  {
                    id: 'until',
                    header: t('keptUntil'),
                    cell: (row) => (
                      <DateTime at={row.keptUntil} format="date" className="text-fg-secondary" />
                    ),
                  },
                ]}
              />
            </div>
          )}
        </QueryState>
      </div>
    </Card>
  );
}
