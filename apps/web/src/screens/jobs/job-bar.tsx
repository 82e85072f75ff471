'use client';

import { formatBytes, formatNumber, Progress, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { JobRow } from '~/shell/patch-jobs.ts';
import { useJobWords } from './use-job-words.ts';

/** How far a job is: done of total, rate and time left in its unit; what stopped it when it has ended. */
export function JobBar({ job }: { job: JobRow }) {
  const t = useTranslations('jobs');
  const words = useJobWords();
  const { locale } = useUi();
  const kind = words.kind(job.kind);
  const unit =
    job.unit === 'rows' || job.unit === 'entries' || job.unit === 'steps' || job.unit === 'files'
      ? job.unit
      : null;
  const format = (value: number) =>
    job.unit === 'bytes' ? formatBytes(value, locale) : formatNumber(value, locale, 'plain', 0);
  if (job.status === 'QUEUED' && job.done === 0) {
    return <p className="text-sm text-fg-muted">{t('waiting')}</p>;
  }
  const ended = job.status === 'FAILED' || job.status === 'CANCELLED' || job.status === 'SUCCEEDED';
  // Without a total there is no share of the work to show once it has stopped.
  if (ended && job.total === null) return null;
  return (
    <Progress
      label={
        job.stage === null || ended
          ? t('progressOf', { job: kind })
          : unit === null
            ? words.stage(job.stage)
            : `${words.stage(job.stage)} · ${t(`units.${unit}`)}`
      }
      hideLabel={job.stage === null || ended}
      done={job.status === 'SUCCEEDED' && job.total !== null ? job.total : job.done}
      {...(job.total === null ? {} : { total: job.total })}
      {...(job.rate === null || ended ? {} : { rate: job.rate })}
      {...(job.timeLeftMs === null || ended ? {} : { timeLeftMs: job.timeLeftMs })}
      format={format}
      tone={
        job.status === 'FAILED'
          ? 'bad'
          : job.status === 'CANCELLED'
            ? 'warn'
            : job.status === 'SUCCEEDED'
              ? 'good'
              : 'accent'
      }
    />
  );
}
