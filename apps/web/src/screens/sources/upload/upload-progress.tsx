'use client';

import { Button, Callout, ConfirmDialog, formatBytes, Progress, useUi } from '@assay/ui';
import { CircleCheck, Pause, Play, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import type { UploadControl } from './use-upload.ts';

/** How far the file has come, and what can be done about it. */
export function UploadProgress({ upload }: { upload: UploadControl }) {
  const t = useTranslations('sources.upload');
  const { locale } = useUi();
  const { state } = upload;
  const bytes = (value: number) => formatBytes(value, locale);
  if (state.phase === 'complete') {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="flex min-w-0 items-center gap-2 text-sm wrap-anywhere">
          <CircleCheck aria-hidden className="size-4 shrink-0 text-good-text" />
          {t('complete', { file: state.fileName, size: bytes(state.size) })}
        </p>
        <Cancel upload={upload} label={t('chooseAnother')} />
      </div>
    );
  }
  if (state.phase === 'refused') {
    return (
      <div className="flex flex-col gap-3">
        <RefusedUpload error={state.error} />
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => void upload.cancel()}>{t('chooseAnother')}</Button>
        </div>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <Progress
        label={state.phase === 'starting' ? t('starting', { file: state.fileName }) : state.fileName}
        done={state.sent}
        total={state.size}
        format={bytes}
        {...(state.rate === null ? {} : { rate: state.rate })}
        {...(state.timeLeftMs === null ? {} : { timeLeftMs: state.timeLeftMs })}
        tone={state.phase === 'lost' ? 'warn' : 'accent'}
      />
      {state.phase === 'lost' ? (
        <Callout tone="warn" announce="status" title={t('lostTitle')}>
          {t('lostBody', { kept: bytes(state.kept) })}
        </Callout>
      ) : null}
      {state.phase === 'paused' ? (
        <p role="status" className="text-sm">
          {t('pausedBody')}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {state.phase === 'paused' || state.phase === 'lost' ? (
          <Button size="sm" icon={<Play aria-hidden />} onClick={upload.goOn}>
            {state.phase === 'lost' ? t('tryNow') : t('goOn')}
          </Button>
        ) : (
          <Button
            size="sm"
            icon={<Pause aria-hidden />}
            onClick={upload.pause}
            disabled={state.phase === 'starting'}
          >
            {t('pause')}
          </Button>
        )}
        <Cancel upload={upload} label={t('cancel')} />
      </div>
      <p className="text-xs text-fg-muted">{t('leaveHint')}</p>
    </div>
  );
}

/** A refusal with the server's words, or the words of the part that it refused. */
function RefusedUpload({ error }: { error: unknown }) {
  const t = useTranslations('sources.upload');
  if (error instanceof Error && error.constructor === Error) {
    return (
      <Callout tone="bad" title={t('refusedTitle')}>
        {error.message}
      </Callout>
    );
  }
  return <RefusalCallout error={error} />;
}

function Cancel({ upload, label }: { upload: UploadControl; label: string }) {
  const t = useTranslations('sources.upload');
  return (
    <ConfirmDialog
      title={t('cancelTitle')}
      description={t('cancelBody', { file: upload.state.fileName })}
      confirmLabel={t('cancelConfirm')}
      destructive
      onConfirm={upload.cancel}
      trigger={
        <Button size="sm" variant="quiet" icon={<X aria-hidden />}>
          {label}
        </Button>
      }
    />
  );
}
