'use client';

import { Badge, Card, DataTable, TextLink, type Tone } from '@assay/ui';
import { useLocale, useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { writeFigure, writeTarget } from '../goals/goal-types.ts';
import { GateTable } from '../reports/gates-card.tsx';
import { ReportState } from '../reports/states.tsx';
import type { Release } from './use-release.ts';

type Checks = NonNullable<Release['checks']>;
type Goal = Checks['goals'][number];

const tones: Record<Goal['state'], Tone> = { met: 'good', missed: 'bad', unknown: 'warn' };

/** Each goal as it stood, by the figures of the final validation. */
export function GoalsCard({ goals }: { goals: readonly Goal[] }) {
  const t = useTranslations('releases.checks');
  const locale = useLocale();
  const { path } = useOrg();
  if (goals.length === 0) return null;
  return (
    <Card title={t('goals')} description={t('goalsAbout')} flush>
      <DataTable
        caption={t('goals')}
        dense
        narrow="cards"
        rows={goals}
        rowKey={(goal) => goal.goalId}
        columns={[
          {
            id: 'name',
            header: t('goal'),
            rowHeader: true,
            cell: (goal) => (
              <span className="flex flex-wrap items-center gap-2 wrap-anywhere">
                {goal.name}
                {goal.blocking ? <Badge>{t('blocking')}</Badge> : null}
                {Object.entries(goal.slice).map(([name, value]) => (
                  <span key={name} className="text-xs font-normal text-fg-muted">
                    {name}: {value}
                  </span>
                ))}
              </span>
            ),
          },
          {
            id: 'state',
            header: t('state'),
            cell: (goal) => <Badge tone={tones[goal.state]}>{t(`states.${goal.state}`)}</Badge>,
          },
          {
            id: 'value',
            header: t('measured'),
            numeric: true,
            cell: (goal) =>
              goal.reportId === null ? (
                '–'
              ) : (
                <TextLink href={path(`/reports/${goal.reportId}`)}>
                  {goal.value === null ? '–' : writeFigure(goal.metric, goal.value, locale)}
                </TextLink>
              ),
          },
          {
            id: 'target',
            header: t('wanted'),
            numeric: true,
            className: 'whitespace-nowrap',
            cell: (goal) => writeTarget(goal, locale),
          },
        ]}
      />
    </Card>
  );
}

/** Every gate of one report of the final validation. */
export function GatesOfReport({ report }: { report: Checks['reports'][number] }) {
  const t = useTranslations('releases.checks');
  const { path } = useOrg();
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t('gates', { name: report.source.name, number: report.source.number })}
          <ReportState report={{ status: 'READY', verdict: report.verdict }} />
        </span>
      }
      description={t('gatesAbout', { count: report.testRows })}
      actions={<TextLink href={path(`/reports/${report.reportId}`)}>{t('report')}</TextLink>}
      flush
    >
      <GateTable gates={report.gates} />
    </Card>
  );
}
