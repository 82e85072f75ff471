'use client';

import { type RowsFormat, rowsFormat } from '@assay/contracts';
import {
  Button,
  Bytes,
  Callout,
  Card,
  Checkbox,
  CopyButton,
  DataTable,
  EmptyState,
  Field,
  LinkButton,
  NumberText,
  Progress,
  Select,
  TimeAgo,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, PackageOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { type ExportView, isBeingMade, LOOK_MS, useVersion } from './use-version.ts';
import { VersionStatus } from './version-badges.tsx';

/** A version as files: ordering them, how far they are, and taking them away. */
export function VersionExports({ versionId }: { versionId: string }) {
  const t = useTranslations('versions.exports');
  const trpc = useTRPC();
  const { may } = useVersion(versionId);
  const query = useQuery({
    ...trpc.export.list.queryOptions({ versionId, limit: 20 }),
    refetchInterval: ({ state }) => (state.data?.exports.some(isBeingMade) === true ? LOOK_MS : false),
  });
  return (
    <div className="flex flex-col gap-6">
      <Callout tone="info" title={t('markTitle')}>
        {t('markBody')}
      </Callout>
      {may('export.start') ? <StartExport versionId={versionId} /> : null}
      <QueryState query={query} loading={<LoadingCard />}>
        {({ exports }) =>
          exports.length === 0 ? (
            <Card>
              <EmptyState icon={<PackageOpen />} title={t('emptyTitle')} description={t('emptyBody')} />
            </Card>
          ) : (
            exports.map((each) => <ExportCard key={each.id} made={each} mayTake={may('export.download')} />)
          )
        }
      </QueryState>
    </div>
  );
}

function StartExport({ versionId }: { versionId: string }) {
  const t = useTranslations('versions.exports');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [format, setFormat] = useState<RowsFormat>('jsonl');
  const [leaveOutLost, setLeaveOutLost] = useState(false);
  const start = useMutation(
    trpc.export.start.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.export.pathFilter()),
    }),
  );
  return (
    <Card title={t('startTitle')} description={t('startAbout')}>
      <div className="flex flex-col items-start gap-4">
        <Field label={t('format')} hint={t(`formats.${format}`)} className="w-full sm:max-w-md">
          <Select
            value={format}
            onChange={(event) => setFormat(rowsFormat.parse(event.target.value))}
            options={[
              { value: 'jsonl', label: 'JSON Lines' },
              { value: 'parquet', label: 'Parquet' },
              { value: 'csv', label: 'CSV' },
            ]}
          />
        </Field>
        <Checkbox
          label={t('leaveOut')}
          hint={t('leaveOutHint')}
          checked={leaveOutLost}
          onChange={setLeaveOutLost}
        />
        <RefusalCallout error={start.error} />
        <Button
          variant="primary"
          loading={start.isPending}
          onClick={() => start.mutate({ versionId, format, leaveOutLost })}
        >
          {t('start')}
        </Button>
      </div>
    </Card>
  );
}

function ExportCard({ made, mayTake }: { made: ExportView; mayTake: boolean }) {
  const t = useTranslations('versions.exports');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { organisation } = useOrg();
  const cancel = useMutation(
    trpc.job.cancel.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.export.pathFilter()),
    }),
  );
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t('one', { format: t(`names.${made.format}`) })}
          <VersionStatus status={made.status} />
        </span>
      }
      description={
        <>
          <TimeAgo at={made.createdAt} />
          {made.records === null ? null : (
            <>
              {' · '}
              <NumberText value={made.records} /> {t('records')}
            </>
          )}
        </>
      }
      flush={made.status === 'READY'}
    >
      {isBeingMade(made) ? (
        <div className="flex flex-col items-start gap-3">
          <Progress
            className="w-full"
            label={t('making')}
            done={made.job?.done ?? 0}
            {...(made.job?.total == null ? {} : { total: made.job.total })}
          />
          <RefusalCallout error={cancel.error} />
          {made.job === null ? null : (
            <Button
              loading={cancel.isPending}
              onClick={() => made.job && cancel.mutate({ jobId: made.job.id })}
            >
              {t('cancel')}
            </Button>
          )}
        </div>
      ) : made.status === 'READY' ? (
        <DataTable
          caption={t('files')}
          dense
          narrow="cards"
          rows={made.files}
          rowKey={(file) => file.kind}
          columns={[
            {
              id: 'name',
              header: t('file'),
              rowHeader: true,
              cell: (file) => (
                <span className="flex flex-col">
                  <span className="wrap-anywhere">{file.name}</span>
                  <span className="text-xs font-normal text-fg-muted">{t(`kinds.${file.kind}`)}</span>
                </span>
              ),
            },
            { id: 'size', header: t('size'), numeric: true, cell: (file) => <Bytes value={file.bytes} /> },
            {
              id: 'hash',
              header: 'SHA-256',
              cell: (file) => (
                <span className="flex items-center gap-1">
                  <code className="font-mono text-xs" title={file.sha256}>
                    {file.sha256.slice(0, 12)}
                  </code>
                  <CopyButton text={file.sha256} label={t('copyHash', { name: file.name })} />
                </span>
              ),
            },
          ]}
          {...(mayTake
            ? {
                rowActionsLabel: t('download'),
                rowActions: (file: ExportView['files'][number]) => (
                  <LinkButton
                    size="sm"
                    icon={<Download aria-hidden />}
                    href={`/api/exports/${made.id}/${file.kind}?org=${organisation.slug}`}
                    download
                    aria-label={t('downloadOne', { name: file.name })}
                  >
                    {t('download')}
                  </LinkButton>
                ),
              }
            : {})}
        />
      ) : (
        <Callout
          tone={made.status === 'FAILED' ? 'bad' : 'warn'}
          title={made.failure?.message ?? t('stopped')}
        >
          {[made.failure?.kept, made.failure?.next].filter((text) => text != null).join(' ')}
        </Callout>
      )}
    </Card>
  );
}
