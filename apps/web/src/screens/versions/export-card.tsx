'use client';

import {
  Button,
  Bytes,
  Callout,
  Card,
  CopyButton,
  DataTable,
  LinkButton,
  NumberText,
  Progress,
  TimeAgo,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { ReleaseMarks } from '../releases/release-badges.tsx';
import { PictureLabelReport } from './picture-label-report.tsx';
import { type ExportView, isBeingMade } from './use-version.ts';
import { VersionStatus } from './version-badges.tsx';

/** An export: how far it is, or its files; of a release it says so, and where that stands. */
export function ExportCard({ made, mayTake }: { made: ExportView; mayTake: boolean }) {
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
          {made.release === null ? null : <ReleaseMarks releases={[made.release]} />}
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
                  {file.report === null ? null : <PictureLabelReport report={file.report} />}
                </span>
              ),
            },
            {
              id: 'size',
              header: t('size'),
              numeric: true,
              className: 'whitespace-nowrap',
              cell: (file) => <Bytes value={file.bytes} />,
            },
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
          {...(mayTake && (made.release === null || made.release.standing === 'in-force')
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
