'use client';

import type { ImageImportStatus, ImageMark, ImageOutcome } from '@assay/contracts';
import { Badge, StatusBadge, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';

const statusTones: Record<ImageImportStatus, Tone> = {
  READING: 'accent',
  DONE: 'good',
  FAILED: 'bad',
  CANCELLED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** Where an import of pictures stands. */
export function ImageImportBadge({ status }: { status: ImageImportStatus }) {
  const t = useTranslations('images.status');
  return (
    <StatusBadge tone={statusTones[status]} pulse={status === 'READING'}>
      {t(status)}
    </StatusBadge>
  );
}

const outcomeTones: Record<ImageOutcome, Tone> = {
  taken: 'good',
  twice: 'neutral',
  manifest: 'accent',
  refused: 'bad',
};

/** What became of a file. */
export function OutcomeBadge({ outcome }: { outcome: ImageOutcome }) {
  const t = useTranslations('images.outcome');
  return <StatusBadge tone={outcomeTones[outcome]}>{t(outcome)}</StatusBadge>;
}

/** What makes a picture stand out. */
export function MarkBadges({ marks }: { marks: readonly ImageMark[] }) {
  const t = useTranslations('images.marks');
  return marks.map((mark) => (
    <Badge key={mark} tone="warn">
      {t(mark)}
    </Badge>
  ));
}
