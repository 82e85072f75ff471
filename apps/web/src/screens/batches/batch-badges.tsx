'use client';

import type { BatchKind, BatchStatus, TaskStatus } from '@assay/contracts';
import { Badge, DateTime, StatusBadge, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { isLive, type ListedBatch } from './batch-types.ts';

const tones: Record<BatchStatus, Tone> = {
  BUILDING: 'accent',
  OPEN: 'accent',
  PAUSED: 'warn',
  DONE: 'good',
  CANCELLED: 'neutral',
  FAILED: 'bad',
};

/** Where a batch stands. */
export function BatchStatusBadge({ status }: { status: BatchStatus }) {
  const t = useTranslations('batches.status');
  return (
    <StatusBadge tone={tones[status]} pulse={status === 'BUILDING'}>
      {t(status)}
    </StatusBadge>
  );
}

/** What it asks of people, and whether what comes of it may go into a version. */
export function BatchKindBadges({ kind, investigation }: { kind: BatchKind; investigation: boolean }) {
  const t = useTranslations('batches');
  return (
    <>
      <Badge>{t(`kinds.${kind}`)}</Badge>
      {investigation ? <Badge tone="warn">{t('investigation')}</Badge> : null}
    </>
  );
}

const taskTones: Record<TaskStatus, Tone> = {
  OPEN: 'neutral',
  LEASED: 'accent',
  SUBMITTED: 'good',
  SKIPPED: 'warn',
  CANCELLED: 'neutral',
};

export function TaskStatusBadge({ status }: { status: TaskStatus }) {
  const t = useTranslations('batches.taskStatus');
  return <StatusBadge tone={taskTones[status]}>{t(status)}</StatusBadge>;
}

/** By when, and that it is late where it is. */
export function DueText({ batch }: { batch: Pick<ListedBatch, 'dueAt' | 'status'> }) {
  const t = useTranslations('batches');
  if (batch.dueAt === null) return '–';
  const late = isLive(batch.status) && Date.parse(batch.dueAt) < Date.now();
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <DateTime at={batch.dueAt} format="date" />
      {late ? <Badge tone="bad">{t('overdue')}</Badge> : null}
    </span>
  );
}
