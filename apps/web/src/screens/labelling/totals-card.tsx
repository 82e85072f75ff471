'use client';

import { Card, formatDuration, NumberText, TextLink, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type LabellingNumbers, useItemsHref } from './use-labelling.ts';

/** All of it together: answers, skips, time at work, and the pace. */
export function TotalsCard({
  projectId,
  total,
  mine,
}: {
  projectId: string;
  total: LabellingNumbers['total'];
  mine: boolean;
}) {
  const t = useTranslations('labelling.totals');
  const { locale } = useUi();
  const href = useItemsHref(projectId);
  const { answers, skipped, people, activeMs, q1, median, q3 } = total;
  const time = (ms: number) => formatDuration(Math.round(ms / 1000) * 1000, locale);
  const facts: { key: string; label: string; value: ReactNode; hint?: string }[] = [
    {
      key: 'answers',
      label: t('answers'),
      value: (
        <TextLink href={href({ status: 'SUBMITTED' })}>
          <NumberText value={answers} />
        </TextLink>
      ),
    },
    {
      key: 'skipped',
      label: t('skipped'),
      value: (
        <TextLink href={href({ status: 'SKIPPED' })}>
          <NumberText value={skipped} />
        </TextLink>
      ),
    },
    ...(mine ? [] : [{ key: 'people', label: t('people'), value: <NumberText value={people} /> }]),
    { key: 'time', label: t('time'), value: time(activeMs), hint: t('timeHint') },
    {
      key: 'median',
      label: t('median'),
      value: median === null ? '–' : time(median),
      ...(q1 === null || q3 === null ? {} : { hint: t('quartiles', { q1: time(q1), q3: time(q3) }) }),
    },
    {
      key: 'pace',
      label: t('pace'),
      value: activeMs === 0 ? '–' : <NumberText value={(answers * 3_600_000) / activeMs} digits={1} />,
      hint: t('paceHint'),
    },
  ];
  return (
    <Card title={t('title')}>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-5 sm:grid-cols-3 xl:grid-cols-6">
        {facts.map((fact) => (
          <div key={fact.key} className="min-w-0">
            <dt className="text-xs text-fg-muted">{fact.label}</dt>
            <dd>
              <span className="text-lg font-semibold tabular-nums">{fact.value}</span>
              {fact.hint === undefined ? null : (
                <span className="block text-xs text-fg-muted">{fact.hint}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
