'use client';

import {
  Badge,
  Button,
  Bytes,
  Callout,
  Card,
  ConfirmDialog,
  Field,
  KeyValue,
  LinkButton,
  PageHeader,
  Stat,
  Textarea,
  TimeAgo,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Images, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { errorOfRefusal, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { JobProgress } from '../../jobs/job-progress.tsx';
import { useMay } from '../../sources/use-source.ts';
import { ImageImportBadge } from '../image-badges.tsx';
import { type ImageImportView, isReading, LOOK_MS, mayMove } from '../image-types.ts';
import { ImageItems } from './image-items.tsx';
import { ManifestCard } from './manifest-card.tsx';

/** Uploads that are named; all of their files are in the list. */
const SHOWN_UPLOADS = 5;

/** One import of pictures: what is in it, and what became of every file. */
export function ImageImportScreen({ importId }: { importId: string }) {
  const t = useTranslations('images.titles');
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.imageImport.get.queryOptions({ importId }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && mayMove(state.data.status) ? LOOK_MS : false,
  });
  return (
    <QueryState query={query} title={t('imports')}>
      {(view) => <Import view={view} />}
    </QueryState>
  );
}

function Import({ view }: { view: ImageImportView }) {
  const t = useTranslations('images.one');
  const words = useTranslations('images');
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may } = useMay(view.projectId);
  const title = words('imports.numbered', { number: view.number, name: view.name });
  const { status, taken, twice, refused } = view;
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${view.projectId}`) },
          { label: words('titles.list'), href: path(`/projects/${view.projectId}/images`) },
          { label: words('titles.imports'), href: path(`/projects/${view.projectId}/image-imports`) },
          { label: t('import', { number: view.number }) },
        ])}
        badges={
          <>
            <ImageImportBadge status={status} />
            <Badge>{words(`origins.${view.about.origin}`)}</Badge>
          </>
        }
        actions={
          <>
            {taken > 0 && status !== 'WITHDRAWN' ? (
              <LinkButton
                href={path(`/projects/${view.projectId}/images?import=${view.id}`)}
                icon={<Images aria-hidden />}
              >
                {t('toImages')}
              </LinkButton>
            ) : null}
            {may('image.import') && status !== 'READING' && status !== 'WITHDRAWN' ? (
              <Withdraw view={view} />
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Standing view={view} />
          <Card>
            <div className="grid grid-cols-3 gap-4">
              <Stat label={words('outcome.taken')} value={taken} />
              <Stat label={words('outcome.twice')} value={twice} />
              <Stat label={words('outcome.refused')} value={refused} />
            </div>
          </Card>
          <ManifestCard view={view} />
          <ImageItems view={view} />
        </div>
        <Facts view={view} />
      </div>
    </>
  );
}

function Standing({ view }: { view: ImageImportView }) {
  const t = useTranslations('images.one');
  const { may } = useMay(view.projectId);
  const { status, failure, job } = view;
  const stopped = status === 'FAILED' || status === 'CANCELLED';
  if (status === 'WITHDRAWN') return <Callout tone="info">{t('withdrawnBody')}</Callout>;
  if (!isReading(status) && !stopped) return null;
  return (
    <Card title={t(stopped ? 'stopped' : 'reading')}>
      <div className="flex flex-col gap-4">
        {stopped ? (
          <Callout
            tone={status === 'FAILED' ? 'bad' : 'warn'}
            title={failure?.message ?? t('cancelledTitle')}
          >
            {[failure?.kept ?? t('stoppedKept'), failure?.next ?? t('stoppedNext')].join(' ')}
          </Callout>
        ) : null}
        {job === null || !may('job.read') ? null : <JobProgress jobId={job.id} />}
      </div>
    </Card>
  );
}

function Withdraw({ view }: { view: ImageImportView }) {
  const t = useTranslations('images.one');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const [reason, setReason] = useState('');
  const withdraw = useMutation(
    trpc.imageImport.withdraw.mutationOptions({
      onSuccess: ({ removed }) => toast({ title: t('withdrawn', { count: removed }), tone: 'info' }),
      onSettled: () =>
        Promise.all([
          queryClient.invalidateQueries(trpc.imageImport.pathFilter()),
          queryClient.invalidateQueries(trpc.image.pathFilter()),
        ]),
    }),
  );
  return (
    <ConfirmDialog
      title={t('withdrawTitle', { number: view.number })}
      description={t('withdrawBody')}
      confirmLabel={t('withdraw')}
      destructive
      labels={{ cancel: t('keep') }}
      onConfirm={() =>
        withdraw
          .mutateAsync({ importId: view.id, reason: reason.trim() })
          .catch((error) => Promise.reject(errorOfRefusal(error)))
      }
      trigger={<Button icon={<Undo2 aria-hidden />}>{t('withdraw')}</Button>}
    >
      <Field label={t('reason')} optional>
        <Textarea
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ConfirmDialog>
  );
}

function Facts({ view }: { view: ImageImportView }) {
  const t = useTranslations('images.one');
  const words = useTranslations('images');
  const { about, uploads } = view;
  const said = (key: 'generator' | 'licence' | 'attribution' | 'note') =>
    about[key] === ''
      ? []
      : [
          {
            key,
            label: words(`new.${key}`),
            value: <span className="whitespace-pre-wrap wrap-anywhere">{about[key]}</span>,
          },
        ];
  return (
    <Card title={t('facts')}>
      <KeyValue
        items={[
          { key: 'origin', label: words('new.origin'), value: words(`origins.${about.origin}`) },
          ...said('generator'),
          ...said('licence'),
          ...said('attribution'),
          ...said('note'),
          {
            key: 'uploads',
            label: t('uploads'),
            value: (
              <ul className="flex flex-col gap-1">
                {uploads.slice(0, SHOWN_UPLOADS).map((upload, at) => (
                  <li key={at} className="wrap-anywhere">
                    {upload.fileName}{' '}
                    <span className="text-fg-muted">
                      (<Bytes value={upload.bytes} />)
                    </span>
                  </li>
                ))}
                {uploads.length > SHOWN_UPLOADS ? (
                  <li className="text-fg-muted">
                    {t('moreUploads', { count: uploads.length - SHOWN_UPLOADS })}
                  </li>
                ) : null}
              </ul>
            ),
          },
          {
            key: 'by',
            label: t('by'),
            value: (
              <span className="flex flex-col">
                <span>{view.createdBy?.name ?? '–'}</span>
                <TimeAgo at={view.createdAt} className="text-xs text-fg-muted" />
              </span>
            ),
          },
          ...(view.withdrawnAt === null
            ? []
            : [
                {
                  key: 'withdrawn',
                  label: t('withdrawnBy'),
                  value: (
                    <span className="flex flex-col">
                      <span>{view.withdrawnBy?.name ?? '–'}</span>
                      <TimeAgo at={view.withdrawnAt} className="text-xs text-fg-muted" />
                    </span>
                  ),
                },
              ]),
        ]}
      />
    </Card>
  );
}
