'use client';

import { Badge, DateTime, StatusBadge, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { Goal } from './goal-types.ts';

const tones: Record<Goal['state'], Tone> = { met: 'good', missed: 'bad', unknown: 'neutral' };

/** Whether a goal is met, and whether it should have been by now. */
export function GoalState({ goal }: { goal: Pick<Goal, 'state' | 'overdue'> }) {
  const t = useTranslations('goals');
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <StatusBadge tone={tones[goal.state]}>{t(`states.${goal.state}`)}</StatusBadge>
      {goal.overdue ? <Badge tone="bad">{t('overdue')}</Badge> : null}
    </span>
  );
}

/** The day by which a goal is to be met. */
export function GoalDue({ due }: { due: string }) {
  const t = useTranslations('goals');
  return t.rich('dueOn', {
    day: () => <DateTime at={`${due}T12:00:00Z`} format="date" timeZone="UTC" />,
  });
}
