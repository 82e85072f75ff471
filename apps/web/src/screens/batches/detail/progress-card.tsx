'use client';

import type { TaskStatus } from '@assay/contracts';
import { Card, NumberText, Progress, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { type BatchView, isLive, progressOf } from '../batch-types.ts';
import { ForecastText } from '../forecast-text.tsx';

/** How far a batch is: turns by what became of them, each leading to its tasks, and the work that is left. */
export function ProgressCard({ batch, leads }: { batch: BatchView; leads: boolean }) {
  const t = useTranslations('batches.detail');
  const words = useTranslations('batches.taskStatus');
  const { hrefWith } = useUrlParams();
  const { tasks } = batch;
  const { done, total } = progressOf(tasks);
  const counts: [TaskStatus, number][] = [
    ['OPEN', tasks.open],
    ['LEASED', tasks.leased],
    ['SUBMITTED', tasks.submitted],
    ['SKIPPED', tasks.skipped],
    ...(tasks.cancelled === 0 ? [] : [['CANCELLED', tasks.cancelled] satisfies [TaskStatus, number]]),
  ];
  const href = (status: TaskStatus) =>
    `${hrefWith({ status, person: null, reason: null, after: null })}#tasks`;
  return (
    <Card title={t('progressTitle')}>
      <div className="flex flex-col gap-5">
        <Progress
          label={t('progressOf', { samples: batch.samples, overlap: batch.overlap })}
          done={done}
          total={total}
          tone={batch.status === 'DONE' ? 'good' : 'accent'}
        />
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-5">
          {counts.map(([status, n]) => (
            <div key={status}>
              <dt className="text-xs text-fg-muted">{words(status)}</dt>
              <dd className="text-lg font-semibold tabular-nums">
                {leads && n > 0 ? (
                  <TextLink href={href(status)}>
                    <NumberText value={n} />
                    <span className="sr-only"> {t('showTasks', { status: words(status) })}</span>
                  </TextLink>
                ) : (
                  <NumberText value={n} />
                )}
              </dd>
            </div>
          ))}
        </dl>
        {isLive(batch.status) && batch.forecast !== null ? (
          <div className="border-t border-line pt-4">
            <h3 className="mb-1.5 text-sm font-medium">{t('leftTitle')}</h3>
            <ForecastText forecast={batch.forecast} dueAt={batch.dueAt} />
          </div>
        ) : null}
      </div>
    </Card>
  );
}
