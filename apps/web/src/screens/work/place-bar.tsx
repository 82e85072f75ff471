'use client';

import type { ColumnReference } from '@assay/contracts';
import type { CellPlace } from '@assay/domain';
import { Badge, cn, formatShare, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** Where a value lies among the real ones: a small picture of the bins, and the same in words. */
export function PlaceBar({ reference, place }: { reference: ColumnReference; place: CellPlace }) {
  const t = useTranslations('work.place');
  const { locale } = useUi();
  const share = (value: number) => formatShare(value, 1, locale);
  if (reference.kind === 'none') {
    return <span className="text-xs text-fg-muted">{t(reference.reason)}</span>;
  }
  if (place.kind === 'none') return null;
  if (place.kind === 'rare') return <Badge tone="warn">{t('rare')}</Badge>;
  if (place.kind === 'value') {
    return (
      <span className="inline-flex items-center gap-2 text-xs text-fg-muted">
        {t('value', { share: share(place.share) })}
        <span aria-hidden className="inline-block h-2 w-16 overflow-hidden rounded-full bg-sunken">
          <span
            className="block h-full rounded-full bg-accent"
            style={{ width: `${Math.max(4, place.share * 100)}%` }}
          />
        </span>
      </span>
    );
  }
  const bins = 'bins' in reference ? reference.bins : [];
  const most = Math.max(...bins.map((bin) => bin.rows));
  const words =
    place.at === 0
      ? t('first', { share: share(place.here) })
      : place.at === bins.length - 1
        ? t('last', { share: share(place.here) })
        : t('bin', { share: share(place.here), below: share(place.below) });
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-fg-muted sm:justify-end">
      {place.outlier === null ? (
        <span>{words}</span>
      ) : (
        <Badge tone="warn">{t(place.outlier === 'low' ? 'outlierLow' : 'outlierHigh')}</Badge>
      )}
      <span aria-hidden className="inline-flex h-5 w-16 items-end gap-px">
        {bins.map((bin, at) => (
          <span
            key={String(bin.upTo)}
            className={cn(
              'min-w-px flex-1 rounded-t-[1px]',
              at === place.at ? 'bg-accent' : 'bg-line-strong',
            )}
            style={{ height: `${Math.max(10, (bin.rows / most) * 100)}%` }}
          />
        ))}
      </span>
    </span>
  );
}
