'use client';

import type { PairProfile, TableProfile } from '@assay/contracts';
import {
  Card,
  DataTable,
  formatNumber,
  Heatmap,
  NumberText,
  Select,
  type TableColumn,
  useUi,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useUrlParams } from '~/shell/use-url-params.ts';

/** More columns than this cannot be read in one picture; the most connected are drawn. */
const MOST_DRAWN = 16;
const MOST_LISTED = 12;

const strength = (pair: PairProfile) => Math.abs(pair.value ?? 0);

/** One measure per pair: of two numbers the chosen coefficient. */
function onePerPair(pairs: readonly PairProfile[], ofNumbers: 'pearson' | 'spearman'): PairProfile[] {
  const other = ofNumbers === 'pearson' ? 'spearman' : 'pearson';
  return pairs.filter((pair) => pair.measure !== other && pair.value !== null);
}

/** How columns go together: a picture of the most connected, and the strongest pairs with their measure. */
export function ProfilePairs({ profile }: { profile: TableProfile }) {
  const t = useTranslations('data.profile');
  const { locale } = useUi();
  const { replace } = useUrlParams();
  const [ofNumbers, setOfNumbers] = useState<'pearson' | 'spearman'>('spearman');
  const pairs = useMemo(() => onePerPair(profile.pairs, ofNumbers), [profile.pairs, ofNumbers]);
  const { names, values } = useMemo(() => heat(profile, pairs), [profile, pairs]);
  const strongest = useMemo(
    () => [...pairs].sort((a, b) => strength(b) - strength(a)).slice(0, MOST_LISTED),
    [pairs],
  );
  const columns: TableColumn<PairProfile>[] = [
    {
      id: 'pair',
      header: t('pair'),
      className: 'wrap-anywhere',
      cell: (pair) => `${pair.left} × ${pair.right}`,
    },
    {
      id: 'value',
      header: t('value'),
      numeric: true,
      cell: (pair) => <NumberText value={pair.value ?? 0} digits={3} />,
    },
    {
      id: 'measure',
      header: t('measure'),
      cell: (pair) => <span className="text-fg-secondary">{t(`measures.${pair.measure}`)}</span>,
    },
    { id: 'n', header: t('n'), numeric: true, cell: (pair) => <NumberText value={pair.n} /> },
  ];
  return (
    <Card
      title={t('pairs')}
      description={t('pairsBody', { rows: profile.pairRows })}
      actions={
        <Select
          aria-label={t('numbersMeasure')}
          value={ofNumbers}
          onChange={(event) => setOfNumbers(event.target.value === 'pearson' ? 'pearson' : 'spearman')}
          options={(['spearman', 'pearson'] as const).map((each) => ({
            value: each,
            label: `${t('numbers')}: ${t(`measures.${each}`)}`,
          }))}
        />
      }
    >
      {pairs.length === 0 ? (
        <p className="text-sm text-fg-muted">{t('noPairs')}</p>
      ) : (
        <div className="grid gap-8 xl:grid-cols-2">
          <Heatmap
            title={t('heat')}
            description={t('heatBody')}
            rows={names}
            columns={names}
            values={values}
            format={(value) => formatNumber(value, locale, 'plain', 2)}
            onSelect={(row) => replace({ column: names[row] ?? null })}
          />
          <div className="min-w-0">
            <h3 className="mb-2 text-sm font-medium">{t('topPairs')}</h3>
            <div className="rounded-lg border border-line">
              <DataTable
                caption={t('topPairs')}
                columns={columns}
                rows={strongest}
                rowKey={(pair) => `${pair.left} ${pair.right}`}
                dense
              />
            </div>
          </div>
        </div>
      )}
    </Card>
  );
}

/** The columns with the most association, in the order of the file, and the value of each pair of them. */
function heat(profile: TableProfile, pairs: readonly PairProfile[]) {
  const sums = new Map<string, number>();
  const byPair = new Map<string, number>();
  for (const pair of pairs) {
    for (const name of [pair.left, pair.right]) sums.set(name, (sums.get(name) ?? 0) + strength(pair) ** 2);
    byPair.set(`${pair.left}\n${pair.right}`, pair.value ?? 0);
  }
  const chosen = new Set(
    [...sums]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_DRAWN)
      .map(([name]) => name),
  );
  const names = profile.columns.filter((column) => chosen.has(column.name)).map((column) => column.name);
  const values = names.map((left) =>
    names.map((right) =>
      left === right ? null : (byPair.get(`${left}\n${right}`) ?? byPair.get(`${right}\n${left}`) ?? null),
    ),
  );
  return { names, values };
}
