'use client';

import type { Predicate } from '@assay/contracts';
import { Badge, Button, Sheet, SkeletonRows } from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { Filter } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Failure } from '~/shell/page-states.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ColumnFigures } from './column-figures.tsx';
import type { TableAdapter, TableColumnInfo } from './table-adapter.ts';

/** Statistics of one column under the filter of the table, beside the rows. */
export function StatsSheet({
  table,
  column,
  predicate,
  onClose,
  onFilter,
}: {
  table: TableAdapter;
  column: TableColumnInfo | null;
  predicate: Predicate;
  onClose: () => void;
  onFilter: (name: string) => void;
}) {
  const t = useTranslations('data');
  const { stats } = table;
  const query = useQuery({
    queryKey: ['table-stats', table.key, column?.name, predicate],
    queryFn: column === null || stats === null ? skipToken : () => stats(column.name, predicate),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
  return (
    <Sheet
      open={column !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={column?.name ?? ''}
      description={
        column === null
          ? undefined
          : [column.label === column.name ? null : column.label, column.unit, column.meaning]
              .filter((text) => text !== null)
              .join(' · ') || t(`types.${column.type}`)
      }
      footer={
        column === null || column.maskedReason !== null ? undefined : (
          <Button icon={<Filter aria-hidden />} onClick={() => onFilter(column.name)}>
            {t('stats.filterBy')}
          </Button>
        )
      }
    >
      {column === null ? null : (
        <div className="space-y-4">
          <p className="flex flex-wrap gap-2">
            <Badge>{t(`types.${column.type}`)}</Badge>
            <Badge tone="accent">{t(`roles.${column.role}`)}</Badge>
            {predicate.op === 'true' ? null : <Badge tone="warn">{t('stats.of')}</Badge>}
          </p>
          {query.data === undefined || query.data.name !== column.name ? (
            query.error === null ? (
              <SkeletonRows rows={6} label={t('stats.loading')} />
            ) : (
              <Failure error={query.error} onRetry={query.refetch} retrying={query.isFetching} />
            )
          ) : (
            <ColumnFigures profile={query.data} />
          )}
        </div>
      )}
    </Sheet>
  );
}
