'use client';

import type { AppRouter } from '@assay/api';
import { Button, Callout, Card, ConfirmDialog, formatBytes, formatShare, TimeAgo, useUi } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ACCEPTED } from './check-file.ts';

type Unfinished = inferRouterOutputs<AppRouter>['upload']['unfinished'][number];

/** One's own interrupted uploads: the same file, chosen again, goes on where it stopped. */
export function UnfinishedUploads({
  projectId,
  onResume,
}: {
  projectId: string;
  onResume: (file: File, unfinished: Unfinished) => void;
}) {
  const t = useTranslations('sources.upload');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.upload.unfinished.queryOptions({ projectId }));
  if (data === undefined || data.length === 0) return null;
  return (
    <Card title={t('unfinishedTitle')} description={t('unfinishedBody')}>
      <ul className="divide-y divide-line">
        {data.map((each) => (
          <UnfinishedRow key={each.id} unfinished={each} onResume={onResume} />
        ))}
      </ul>
    </Card>
  );
}

function UnfinishedRow({
  unfinished,
  onResume,
}: {
  unfinished: Unfinished;
  onResume: (file: File, unfinished: Unfinished) => void;
}) {
  const t = useTranslations('sources.upload');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { locale } = useUi();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const discard = useMutation(trpc.upload.discard.mutationOptions());
  const size = formatBytes(unfinished.size, locale);
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    if (file.name !== unfinished.fileName || file.size !== unfinished.size) {
      setWrong(t('wrongFile', { chosen: file.name, file: unfinished.fileName, size }));
      return;
    }
    onResume(file, unfinished);
  };
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="text-sm font-medium wrap-anywhere">{unfinished.fileName}</p>
          <p className="text-xs text-fg-muted">
            {t('arrived', { share: formatShare(unfinished.received, unfinished.size, locale, 0), size })}
            {' · '}
            <TimeAgo at={unfinished.createdAt} />
          </p>
        </div>
        <div className="flex gap-2">
          <Button size="sm" onClick={() => input.current?.click()}>
            {t('resume')}
          </Button>
          <ConfirmDialog
            title={t('discardTitle')}
            description={t('cancelBody', { file: unfinished.fileName })}
            confirmLabel={t('discard')}
            destructive
            onConfirm={async () => {
              await discard.mutateAsync({ uploadId: unfinished.id });
              await queryClient.invalidateQueries(trpc.upload.unfinished.pathFilter());
            }}
            trigger={
              <Button size="sm" variant="quiet">
                {t('discard')}
              </Button>
            }
          />
        </div>
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED}
          aria-label={t('resume')}
          onChange={(event) => {
            choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {wrong === null ? null : (
        <Callout tone="bad" onDismiss={() => setWrong(null)}>
          {wrong}
        </Callout>
      )}
    </li>
  );
}
