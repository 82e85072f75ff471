'use client';

import type { SourceVersionStatus } from '@assay/contracts';
import { StatusBadge, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';

const tones: Record<SourceVersionStatus, Tone> = {
  STAGING: 'accent',
  REVIEW: 'warn',
  COMMITTING: 'accent',
  READY: 'good',
  FAILED: 'bad',
  DISCARDED: 'neutral',
  ERASED: 'neutral',
};

/** Where a version stands, in a word. */
export function VersionStatus({ status }: { status: SourceVersionStatus }) {
  const t = useTranslations('sources');
  return (
    <StatusBadge tone={tones[status]} pulse={status === 'STAGING' || status === 'COMMITTING'}>
      {t(`status.${status}`)}
    </StatusBadge>
  );
}

/** Is the import still before its end, so that its own page says more than the source's? */
export function isPending(status: SourceVersionStatus): boolean {
  return status === 'STAGING' || status === 'REVIEW' || status === 'COMMITTING' || status === 'FAILED';
}
