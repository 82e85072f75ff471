'use client';

import { formatDuration, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** The median of times at work, and the quartiles beside it. */
export function QuartileText({
  median,
  q1,
  q3,
}: {
  median: number | null;
  q1: number | null;
  q3: number | null;
}) {
  const t = useTranslations('labelling.totals');
  const { locale } = useUi();
  if (median === null || q1 === null || q3 === null) return '–';
  const time = (ms: number) => formatDuration(Math.round(ms / 100) * 100, locale);
  return (
    <span className="inline-flex flex-col items-end">
      <span>{time(median)}</span>
      <span className="text-xs font-normal text-fg-muted">
        {t('quartiles', { q1: time(q1), q3: time(q3) })}
      </span>
    </span>
  );
}
