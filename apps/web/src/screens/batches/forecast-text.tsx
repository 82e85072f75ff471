'use client';

import { DateTime, formatDuration, formatNumber, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { BatchForecast } from './batch-types.ts';

const DAY_MS = 86_400_000;
/** Further away a date would only look exact. */
const MOST_DAYS = 365;

/** What measured work says of the time that is left, on what it rests, and whether the due date holds. */
export function ForecastText({ forecast, dueAt }: { forecast: BatchForecast; dueAt: string | null }) {
  const t = useTranslations('batches.forecast');
  const { locale } = useUi();
  if (!forecast.known) {
    return (
      <p className="text-sm text-fg-muted">
        {forecast.reason === 'nothing-left' ? t('nothingLeft') : t('notYet', { answers: forecast.answers })}
      </p>
    );
  }
  const { leftMs, quickestMs, slowestMs, daysLeft, people, answers, tasksPerHour, perDayMs } = forecast;
  const time = (ms: number) => formatDuration(roundMs(ms), locale);
  const ends = Date.now() + daysLeft * DAY_MS;
  const late = dueAt !== null && ends > Date.parse(dueAt);
  return (
    <div className="flex flex-col gap-1.5 text-sm">
      <p>
        <span className="font-medium">{t('work', { time: time(leftMs) })}</span>
        {roundMs(quickestMs) === roundMs(slowestMs) ? null : (
          <span className="text-fg-secondary">
            {' '}
            {t('range', { quickest: time(quickestMs), slowest: time(slowestMs) })}
          </span>
        )}
      </p>
      <p className={late ? 'text-bad-text' : 'text-fg-secondary'}>
        {daysLeft > MOST_DAYS
          ? t('farAway', { perDay: time(perDayMs) })
          : t.rich(late ? 'late' : 'done', {
              perDay: time(perDayMs),
              day: () => <DateTime at={ends} format="date" />,
            })}
      </p>
      <p className="text-xs text-fg-muted">
        {t(`basis.${forecast.basis}`, {
          people,
          answers,
          pace: formatNumber(tasksPerHour, locale, 'plain', tasksPerHour < 10 ? 1 : 0),
        })}
      </p>
    </div>
  );
}

/** Whole minutes above an hour: seconds of hours are not known. */
function roundMs(ms: number): number {
  const step = ms >= 3_600_000 ? 60_000 : 1000;
  return Math.round(ms / step) * step;
}
