'use client';

import type { ColumnProfile } from '@assay/contracts';
import {
  BarChart,
  Callout,
  DateTime,
  formatNumber,
  formatShare,
  KeyValue,
  type KeyValueItem,
  useUi,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import { Distribution } from './distribution.tsx';

/** Everything that a profile knows of one column: counts, distribution, quantiles, outliers, rare values, gaps. */
export function ColumnFigures({ profile }: { profile: ColumnProfile }) {
  const t = useTranslations('data.stats');
  const present = profile.rows - profile.missing;
  const isMasked =
    present > 0 && profile.top.length === 0 && profile.numeric === null && profile.datetime === null;
  return (
    <div className="space-y-6">
      <KeyValue items={useFigures(profile)} />
      {isMasked ? <Callout>{t('masked')}</Callout> : null}
      {present === 0 ? (
        <p className="text-sm text-fg-muted">{t('noValues')}</p>
      ) : (
        <Distribution profile={profile} />
      )}
      <Quantiles profile={profile} />
      <Top profile={profile} />
      <Gaps profile={profile} />
    </div>
  );
}

function useFigures(profile: ColumnProfile): KeyValueItem[] {
  const t = useTranslations('data.stats');
  const { locale } = useUi();
  const number = (value: number) => formatNumber(value, locale, 'plain', 4);
  const share = (part: number) => `${number(part)} (${formatShare(part, profile.rows, locale)})`;
  const { numeric, datetime, text, rare } = profile;
  const item = (key: string, label: string, value: string | null | undefined): KeyValueItem[] =>
    value === null || value === undefined ? [] : [{ key, label, value }];
  const infinite = numeric === null ? 0 : numeric.infinities.positive + numeric.infinities.negative;
  const outliers = numeric?.outliers ?? null;
  return [
    ...item('rows', t('rows'), number(profile.rows)),
    ...item('missing', t('missing'), share(profile.missing)),
    {
      key: 'distinct',
      label: t('distinct'),
      value: number(profile.distinct),
      ...(profile.nearKey ? { hint: t('nearKey') } : profile.constant ? { hint: t('constant') } : {}),
    },
    ...(numeric === null
      ? []
      : [
          ...item('min', t('min'), numeric.min === null ? null : number(numeric.min)),
          ...item('max', t('max'), numeric.max === null ? null : number(numeric.max)),
          ...item('mean', t('mean'), numeric.mean === null ? null : number(numeric.mean)),
          ...item('sd', t('sd'), numeric.sd === null ? null : number(numeric.sd)),
          {
            key: 'zeros',
            label: t('zeros'),
            value: share(numeric.zeros),
            ...(numeric.zeroInflated ? { hint: t('zeroInflated') } : {}),
          },
          ...item('negative', t('negative'), numeric.negative === 0 ? null : share(numeric.negative)),
          ...item('infinite', t('infinite'), infinite === 0 ? null : number(infinite)),
          ...item(
            'outliers',
            t('outliers'),
            outliers === null
              ? null
              : outliers.below + outliers.above === 0
                ? t('noOutliers')
                : t('outliersBody', {
                    below: number(outliers.below),
                    low: number(outliers.low),
                    above: number(outliers.above),
                    high: number(outliers.high),
                  }),
          ),
        ]),
    ...(datetime === null
      ? []
      : [
          ...(datetime.min === null
            ? []
            : [{ key: 'first', label: t('first'), value: <DateTime at={datetime.min} format="date" /> }]),
          ...(datetime.max === null
            ? []
            : [{ key: 'last', label: t('last'), value: <DateTime at={datetime.max} format="date" /> }]),
          ...item('days', t('days'), number(datetime.days)),
        ]),
    ...item(
      'length',
      t('length'),
      text === null
        ? null
        : t('lengthBody', {
            min: text.minLength,
            max: text.maxLength,
            mean: formatNumber(text.meanLength, locale, 'plain', 1),
          }),
    ),
    ...item(
      'rare',
      t('rare'),
      rare === null
        ? null
        : rare.categories === 0
          ? t('noRare')
          : t('rareBody', { categories: rare.categories, rows: rare.rows }),
    ),
  ];
}

function Quantiles({ profile }: { profile: ColumnProfile }) {
  const t = useTranslations('data.stats');
  const { locale } = useUi();
  const quantiles = profile.numeric?.quantiles ?? [];
  if (quantiles.length === 0) return null;
  return (
    <section className="space-y-2">
      <h3 className="text-sm font-medium">{t('quantiles')}</h3>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(5.5rem,1fr))] gap-2">
        {quantiles.map((each) => (
          <div key={each.p} className="rounded-md border border-line px-2 py-1.5">
            <dt className="text-xs text-fg-muted">{formatNumber(each.p, locale, 'percent', 1)}</dt>
            <dd className="text-sm tabular-nums wrap-anywhere">
              {formatNumber(each.value, locale, 'plain', 3)}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Top({ profile }: { profile: ColumnProfile }) {
  const t = useTranslations('data.stats');
  // Bars of categories are their distribution already.
  const isDrawn = profile.type === 'category' || profile.type === 'boolean';
  const top = profile.top.slice(0, 10);
  if (isDrawn || top.length === 0 || (top[0]?.count ?? 0) < 2) return null;
  return <BarChart title={t('top')} items={top.map((each) => ({ label: each.value, value: each.count }))} />;
}

function Gaps({ profile }: { profile: ColumnProfile }) {
  const t = useTranslations('data.stats');
  const gaps = profile.datetime?.gaps ?? [];
  if (gaps.length === 0) return null;
  return (
    <section className="space-y-2">
      <h3 className="text-sm font-medium">{t('gaps')}</h3>
      <ul className="space-y-1 text-sm text-fg-secondary">
        {gaps.map((gap) => (
          <li key={gap.after}>{t('gap', { days: gap.days, after: gap.after, before: gap.before })}</li>
        ))}
      </ul>
    </section>
  );
}
