'use client';

import { formatBytes, formatNumber, Progress, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useJobWords } from '../jobs/use-job-words.ts';
import type { ListedRun } from './use-run.ts';

/** How far a run is over all its jobs: phase, done of total, rate and time left. */
export function RunBar({
  progress,
  compact = false,
}: {
  progress: ListedRun['progress'];
  compact?: boolean;
}) {
  const t = useTranslations('runs.progress');
  const words = useJobWords();
  const { locale } = useUi();
  const { phase, stage, done, total, rate, timeLeftMs, unit } = progress;
  if (phase === null) return null;
  if (phase === 'queued') {
    return compact ? null : <p className="text-sm text-fg-muted">{t('phases.queued')}</p>;
  }
  const [doing, step] = [t(`phases.${phase}`), stage === null ? null : words.stage(stage)];
  // Where a phase has one step, it is said once.
  const label = step === null || step === doing ? doing : t('stage', { phase: doing, stage: step });
  return (
    <Progress
      label={label}
      hideLabel={compact}
      done={done}
      {...(total === null ? {} : { total })}
      {...(rate === null || compact ? {} : { rate })}
      {...(timeLeftMs === null || compact ? {} : { timeLeftMs })}
      format={(value) =>
        unit === 'bytes' ? formatBytes(value, locale) : formatNumber(value, locale, 'plain', 0)
      }
    />
  );
}
