'use client';

import { Badge, DataTable, DropdownMenu, formatNumber, Sparkline, type TableColumn, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { MeasurementLink } from '../measurements/measurement-link.tsx';
import { GoalDue, GoalState } from './goal-state.tsx';
import { type Goal, writeFigure, writeTarget } from './goal-types.ts';

/** Goals with where they stand: the newest figure, its uncertainty and how it came there. */
export function GoalsTable({
  goals,
  mayWrite,
  onEdit,
  onRemove,
}: {
  goals: readonly Goal[];
  mayWrite: boolean;
  onEdit: (goal: Goal) => void;
  onRemove: (goal: Goal) => void;
}) {
  const t = useTranslations('goals');
  const { locale } = useUi();
  const columns: TableColumn<Goal>[] = [
    {
      id: 'name',
      header: t('goal'),
      rowHeader: true,
      cell: (goal) => (
        <span className="flex min-w-44 flex-col gap-0.5">
          <span className="flex flex-wrap items-center gap-2">
            {goal.name}
            {goal.blocking ? <Badge>{t('blocks')}</Badge> : null}
          </span>
          <span className="text-xs font-normal text-fg-muted wrap-anywhere">
            {[
              goal.metricName,
              ...Object.entries(goal.slice).map(([name, value]) => `${name}: ${value}`),
            ].join(' · ')}
            {goal.due === null ? null : (
              <>
                {' · '}
                <GoalDue due={goal.due} />
              </>
            )}
          </span>
        </span>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: (goal) => <GoalState goal={goal} />,
    },
    {
      id: 'target',
      header: t('target'),
      numeric: true,
      className: 'whitespace-nowrap',
      cell: (goal) => writeTarget(goal, locale),
    },
    { id: 'value', header: t('value'), numeric: true, cell: (goal) => <Latest goal={goal} /> },
    {
      id: 'n',
      header: t('n'),
      numeric: true,
      cell: ({ latest }) => (latest === null ? '–' : formatNumber(latest.n, locale)),
    },
    {
      id: 'trend',
      header: t('trend'),
      cell: (goal) => {
        const values = goal.trend.flatMap((point) => (point.value === null ? [] : [point.value]));
        return values.length < 2 ? (
          <span className="text-xs text-fg-muted">{t('noTrend')}</span>
        ) : (
          <Sparkline
            values={values}
            label={goal.name}
            format={(value) => writeFigure(goal.metric, value, locale)}
          />
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={goals}
      rowKey={(goal) => goal.id}
      narrow="cards"
      {...(mayWrite
        ? {
            rowActionsLabel: t('actions'),
            rowActions: (goal: Goal) => (
              <DropdownMenu
                label={t('actionsOf', { name: goal.name })}
                groups={[
                  {
                    id: 'goal',
                    items: [
                      { id: 'edit', label: t('edit'), onSelect: () => onEdit(goal) },
                      { id: 'remove', label: t('remove'), destructive: true, onSelect: () => onRemove(goal) },
                    ],
                  },
                ]}
              />
            ),
          }
        : {})}
    />
  );
}

function Latest({ goal }: { goal: Goal }) {
  const t = useTranslations('goals');
  const { locale } = useUi();
  const { latest, baseline } = goal;
  const write = (value: number) => writeFigure(goal.metric, value, locale);
  return (
    <span className="inline-flex flex-col items-end">
      {latest === null || latest.value === null ? (
        <span className="text-fg-muted" title={latest?.reason ?? undefined}>
          {t('noValue')}
        </span>
      ) : (
        <MeasurementLink measurementId={latest.measurementId} name={goal.name}>
          {write(latest.value)}
        </MeasurementLink>
      )}
      {latest === null || latest.low === null || latest.high === null ? null : (
        <span className="text-xs text-fg-muted">{`${write(latest.low)} – ${write(latest.high)}`}</span>
      )}
      {baseline === null ? null : (
        <span className="text-xs text-fg-muted">
          {baseline.kind === 'measured' ? (
            <MeasurementLink measurementId={baseline.measurementId} name={t('baseline')}>
              {t('from', { value: write(baseline.value) })}
            </MeasurementLink>
          ) : (
            t('fromTyped', { value: write(baseline.value) })
          )}
        </span>
      )}
    </span>
  );
}
