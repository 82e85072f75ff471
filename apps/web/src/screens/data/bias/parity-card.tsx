'use client';

import type { BiasReport } from '@assay/contracts';
import { Card, formatNumber, Stat, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useGroupName } from './group-name.ts';

/** Demographic parity in the words of both conventions. */
export function ParityCard({ report }: { report: BiasReport }) {
  const t = useTranslations('data.bias');
  const { locale } = useUi();
  const nameOf = useGroupName();
  const { parity } = report;
  if (parity === null) {
    return (
      <Card title={t('parity')}>
        <p className="text-sm text-fg-muted">
          {t('noParity')}: {report.parityReason}
        </p>
      </Card>
    );
  }
  return (
    <Card title={t('parity')}>
      <div className="grid grid-cols-2 gap-4">
        <Stat label={t('parityDifference')} value={parity.difference} digits={3} />
        <Stat label={t('parityRatio')} value={parity.ratio} digits={3} reason={t('noParity')} />
      </div>
      <p className="pt-3 text-sm text-fg-secondary">
        {t('lowest', { group: nameOf(parity.lowest) })}. {t('highestIs', { group: nameOf(parity.highest) })}.
      </p>
      <p className="pt-2 text-sm text-fg-secondary">
        {t('parityBody', {
          negative: formatNumber(-parity.difference, locale, 'plain', 3),
          ratio: parity.ratio === null ? '—' : formatNumber(parity.ratio, locale, 'plain', 3),
        })}
      </p>
    </Card>
  );
}
