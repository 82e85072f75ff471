'use client';

import { formatInterval, formatNumber, TextLink, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ControlNumbers } from './use-labelling.ts';

/** A share of control tasks, of how many, and the 95% Wilson interval of the share. */
export function ControlRateText({
  rate: { n, good, skipped, rate },
  href,
}: {
  rate: ControlNumbers['total']['gold'];
  href: string;
}) {
  const t = useTranslations('labelling.controls');
  const { locale } = useUi();
  if (rate === null) return skipped === 0 ? '–' : t('skippedOnly', { count: skipped });
  return (
    <span className="inline-flex flex-col items-end">
      <TextLink href={href}>{formatNumber(rate.estimate, locale, 'percent', 0)}</TextLink>
      <span className="text-xs font-normal whitespace-nowrap text-fg-muted">
        {t('of', { good: formatNumber(good, locale), n: formatNumber(n, locale) })}
      </span>
      <span className="text-xs font-normal whitespace-nowrap text-fg-muted">
        {t('interval', { interval: formatInterval(rate.low, rate.high, locale, 'percent', 0) })}
      </span>
    </span>
  );
}
