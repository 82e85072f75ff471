'use client';

import type { LabelModel, RowLikelihood } from '@assay/contracts';
import { formatInterval, formatNumber, IconButton, Popover, useUi } from '@assay/ui';
import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** How often the model was right of rows of which it was about as sure. */
function binOf({ calibration: { bins } }: LabelModel, probability: number) {
  const near = (bin: (typeof bins)[number]) => Math.abs(bin.predicted - probability);
  return bins.reduce<(typeof bins)[number] | null>(
    (best, bin) => (best === null || near(bin) < near(best) ? bin : best),
    null,
  );
}

/** How likely a model that did not see the row finds the label that came with it, and how far that can be believed. */
export function LikelihoodNote({ likelihood, model }: { likelihood: RowLikelihood; model: LabelModel }) {
  const t = useTranslations('work.likelihood');
  const { locale } = useUi();
  const share = (value: number) => formatNumber(value, locale, 'percent', 0);
  const { own, likeliest, probability } = likelihood;
  const bin = binOf(model, probability);
  return (
    <span className="inline-flex flex-wrap items-center gap-1 text-fg-secondary">
      <span>
        {own >= probability
          ? t('agrees', { share: share(own) })
          : t('differs', { share: share(own), likeliest, other: share(probability) })}
      </span>
      <Popover label={t('title')} trigger={<IconButton size="sm" icon={<Info />} label={t('open')} />}>
        <div className="flex max-w-sm flex-col gap-2 text-sm">
          <p>{t('how', { rows: formatNumber(model.rows, locale), folds: model.folds })}</p>
          {bin === null ? null : (
            <p>
              {t('calibration', {
                sure: share(bin.predicted),
                rows: formatNumber(bin.rows, locale),
                observed: share(bin.observed),
                interval: formatInterval(bin.low, bin.high, locale, 'percent', 0),
              })}
            </p>
          )}
          <p>
            {t('overall', {
              agrees: share(model.agrees / Math.max(1, model.rows)),
              error: share(model.calibration.error),
            })}
          </p>
          <p className="text-fg-muted">{t('yours')}</p>
        </div>
      </Popover>
    </span>
  );
}
