'use client';

import { Badge, Card, EmptyState, formatNumber, SkeletonRows, TextLink, useUi } from '@assay/ui';
import { Target } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { MeasurementLink } from '../measurements/measurement-link.tsx';
import { GoalDue, GoalState } from './goal-state.tsx';
import { type Goal, writeFigure, writeTarget } from './goal-types.ts';

/** The goals of a project in short: where its newest report leaves them, or where the named one does. */
export function GoalsCard({ projectId, reportId = null }: { projectId: string; reportId?: string | null }) {
  const t = useTranslations('goals');
  const trpc = useTRPC();
  const { path } = useOrg();
  const query = useQuery(trpc.goal.list.queryOptions({ projectId, reportId }));
  return (
    <Card
      title={t('title')}
      actions={
        <TextLink href={path(`/projects/${projectId}/goals`)} className="text-sm">
          {t('all')}
        </TextLink>
      }
      flush
    >
      <QueryState query={query} loading={<SkeletonRows rows={3} />}>
        {({ goals }) =>
          goals.length === 0 ? (
            <EmptyState compact icon={<Target aria-hidden />} title={t('emptyTitle')} />
          ) : (
            <ul className="divide-y divide-line">
              {goals.map((goal) => (
                <li
                  key={goal.id}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 sm:px-5"
                >
                  <span className="min-w-0 flex-1 basis-48">
                    <span className="flex flex-wrap items-center gap-2 text-sm font-medium wrap-anywhere">
                      {goal.name}
                      {goal.blocking ? <Badge>{t('blocks')}</Badge> : null}
                    </span>
                    <Standing goal={goal} />
                  </span>
                  <GoalState goal={goal} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </Card>
  );
}

/** The figure with its uncertainty and n, beside what is wanted, where it came from and by when. */
function Standing({ goal }: { goal: Goal }) {
  const t = useTranslations('goals');
  const { locale } = useUi();
  const write = (value: number) => writeFigure(goal.metric, value, locale);
  const { latest, baseline } = goal;
  return (
    <span className="block text-xs text-fg-muted">
      {latest === null || latest.value === null ? (
        t('noValue')
      ) : (
        <>
          <MeasurementLink measurementId={latest.measurementId} name={goal.name}>
            {write(latest.value)}
          </MeasurementLink>
          {latest.low === null || latest.high === null
            ? null
            : ` (${write(latest.low)} – ${write(latest.high)})`}
          {`, n ${formatNumber(latest.n, locale)}`}
        </>
      )}
      {` · ${t('wanted', { target: writeTarget(goal, locale) })}`}
      {baseline === null ? null : ` · ${t('from', { value: write(baseline.value) })}`}
      {goal.due === null ? null : (
        <>
          {' · '}
          <GoalDue due={goal.due} />
        </>
      )}
    </span>
  );
}
