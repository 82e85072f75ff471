'use client';

import type { ColumnProfile, TableProfile } from '@assay/contracts';
import {
  Badge,
  Button,
  Card,
  DataTable,
  EmptyState,
  formatNumber,
  formatShare,
  NumberText,
  SearchInput,
  Select,
  Sheet,
  Sparkline,
  type TableColumn,
  useUi,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSearchText, useUrlParams } from '~/shell/use-url-params.ts';
import { MeasurementLink } from '../../measurements/measurement-link.tsx';
import { useMeasurements } from '../../measurements/use-measurements.ts';
import type { VersionSummary } from '../../sources/use-source.ts';
import { ColumnFigures } from '../column-figures.tsx';
import { distributionHeights } from '../distribution.tsx';
import { useAllColumns } from '../use-all-columns.ts';

const PAGE = 50;
const ORDERS = ['position', 'name', 'missing', 'distinct', 'outliers'] as const;
type Order = (typeof ORDERS)[number];

function outliersOf(column: ColumnProfile): number {
  const outliers = column.numeric?.outliers ?? null;
  return outliers === null ? -1 : outliers.below + outliers.above;
}

function sorted(columns: readonly ColumnProfile[], order: Order): readonly ColumnProfile[] {
  const by: Partial<Record<Order, (a: ColumnProfile, b: ColumnProfile) => number>> = {
    name: (a, b) => a.name.localeCompare(b.name),
    missing: (a, b) => b.missing - a.missing,
    distinct: (a, b) => b.distinct - a.distinct,
    outliers: (a, b) => outliersOf(b) - outliersOf(a),
  };
  const compare = by[order];
  return compare === undefined ? columns : [...columns].sort(compare);
}

/** The columns of a profile: found by name or label, in the order that is asked for, each opening in full. */
export function ProfileColumns({ profile, version }: { profile: TableProfile; version: VersionSummary }) {
  const t = useTranslations('data.profile');
  const { params, replace } = useUrlParams();
  const { text, settled, setText } = useSearchText();
  const [limit, setLimit] = useState(PAGE);
  const dictionary = useAllColumns(version.id);
  const labels = new Map(dictionary.data?.map((column) => [column.name, column]));
  const order = ORDERS.find((each) => each === params.get('order')) ?? 'position';
  const wanted = settled.trim().toLowerCase();
  const found = sorted(profile.columns, order).filter((column) =>
    `${column.name} ${labels.get(column.name)?.label ?? ''}`.toLowerCase().includes(wanted),
  );
  const opened = profile.columns.find((column) => column.name === params.get('column'));
  const columns = useProfileTable(version, labels, (name) => replace({ column: name }));
  const openedLabel = opened === undefined ? undefined : labels.get(opened.name);
  return (
    <Card title={t('list')} flush>
      <div className="flex flex-wrap items-center gap-3 px-4 py-3 sm:px-5">
        <SearchInput
          label={t('search')}
          placeholder={t('search')}
          value={text}
          onChange={setText}
          className="w-full sm:w-64"
        />
        <Select
          aria-label={t('sort')}
          className="w-full sm:w-52"
          value={order}
          onChange={(event) =>
            replace({ order: event.target.value === 'position' ? null : event.target.value })
          }
          options={ORDERS.map((each) => ({ value: each, label: t(`sorts.${each}`) }))}
        />
        <p className="text-sm text-fg-secondary" role="status">
          {t('shown', { shown: Math.min(limit, found.length), total: profile.columns.length })}
        </p>
      </div>
      <div className="border-t border-line">
        <DataTable
          caption={t('list')}
          columns={columns}
          rows={found.slice(0, limit)}
          rowKey={(column) => column.name}
          narrow="cards"
          dense
          empty={<EmptyState compact title={t('none')} description={t('noneBody')} />}
        />
      </div>
      {found.length > limit ? (
        <div className="border-t border-line p-3 text-center">
          <Button onClick={() => setLimit(limit + 100)}>{t('more')}</Button>
        </div>
      ) : null}
      <Sheet
        open={opened !== undefined}
        onOpenChange={(open) => {
          if (!open) replace({ column: null });
        }}
        title={opened?.name ?? ''}
        description={
          [openedLabel?.label, openedLabel?.unit, openedLabel?.meaning].filter(Boolean).join(' · ') ||
          undefined
        }
      >
        {opened === undefined ? null : <ColumnFigures profile={opened} />}
      </Sheet>
    </Card>
  );
}

function useProfileTable(
  version: VersionSummary,
  labels: ReadonlyMap<string, { label: string; unit: string | null }>,
  onOpen: (name: string) => void,
): TableColumn<ColumnProfile>[] {
  const t = useTranslations('data.profile');
  const words = useTranslations('data');
  const { locale } = useUi();
  const { find } = useMeasurements(version.id, ['missing-share', 'outlier-share']);
  return [
    {
      id: 'column',
      header: t('column'),
      cell: (column) => {
        const entry = labels.get(column.name);
        return (
          <span className="flex min-w-32 flex-col items-start max-sm:items-end">
            <button
              type="button"
              onClick={() => onOpen(column.name)}
              className="min-h-6 rounded-sm text-left font-medium text-accent-text underline decoration-1 underline-offset-2 wrap-anywhere"
            >
              {column.name}
            </button>
            {entry === undefined || entry.label === column.name ? null : (
              <span className="text-xs font-normal text-fg-muted">
                {entry.label}
                {entry.unit === null ? '' : ` [${entry.unit}]`}
              </span>
            )}
          </span>
        );
      },
    },
    {
      id: 'type',
      header: t('type'),
      cell: (column) => (
        <span className="whitespace-nowrap text-fg-secondary">{words(`types.${column.type}`)}</span>
      ),
    },
    {
      id: 'distribution',
      header: t('distribution'),
      cell: (column) => {
        const heights = distributionHeights(column);
        return heights === null ? (
          <span className="text-xs text-fg-muted">{t('noDistribution')}</span>
        ) : (
          <Sparkline
            kind="bars"
            values={heights}
            width={110}
            height={28}
            label={`${t('distribution')}: ${column.name}`}
          />
        );
      },
    },
    {
      id: 'missing',
      header: t('missingShare'),
      numeric: true,
      cell: (column) => (
        <MeasurementLink
          metric="missing-share"
          measurementId={find('missing-share', { column: column.name })?.id}
          name={`${t('missingShare')}, ${column.name}`}
        >
          {formatShare(column.missing, column.rows, locale, 2)}
        </MeasurementLink>
      ),
    },
    {
      id: 'distinct',
      header: t('distinct'),
      numeric: true,
      cell: (column) => <NumberText value={column.distinct} />,
    },
    {
      id: 'outliers',
      header: t('outliers'),
      numeric: true,
      cell: (column) => {
        const count = outliersOf(column);
        return count < 0 ? null : (
          <MeasurementLink
            metric="outlier-share"
            measurementId={find('outlier-share', { column: column.name })?.id}
            name={`${t('outliers')}, ${column.name}`}
          >
            {formatNumber(count, locale)}
          </MeasurementLink>
        );
      },
    },
    {
      id: 'flags',
      header: t('flags'),
      cell: (column) => (
        <span className="flex flex-wrap gap-1">
          {column.role === 'feature' ? null : <Badge tone="accent">{words(`roles.${column.role}`)}</Badge>}
          {column.constant ? <Badge tone="warn">{t('constant')}</Badge> : null}
          {column.nearKey ? <Badge tone="warn">{t('nearKey')}</Badge> : null}
          {column.numeric?.zeroInflated === true ? <Badge>{t('zeroInflated')}</Badge> : null}
          {(column.rare?.categories ?? 0) > 0 ? <Badge>{t('rare')}</Badge> : null}
        </span>
      ),
    },
  ];
}
