'use client';

import type { LabelImportStatus } from '@assay/contracts';
import { StatusBadge, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';

const tones: Record<LabelImportStatus, Tone> = {
  READING: 'accent',
  REVIEW: 'warn',
  COMMITTING: 'accent',
  DONE: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** Where an import of labels stands. */
export function ImportStatusBadge({ status }: { status: LabelImportStatus }) {
  const t = useTranslations('labelImports.status');
  return (
    <StatusBadge tone={tones[status]} pulse={status === 'READING' || status === 'COMMITTING'}>
      {t(status)}
    </StatusBadge>
  );
}
