'use client';

import type { ColumnSpec } from '@assay/contracts';
import { Badge, Card, cn, ScrollRegion } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/** The sample itself, each value beside what the data dictionary says of its column. */
export function RowCard({
  columns,
  cells,
  marked,
  actions,
}: {
  columns: readonly ColumnSpec[];
  cells: readonly unknown[];
  /** Columns that somebody marked. */
  marked: ReadonlySet<string>;
  actions?: ReactNode;
}) {
  const t = useTranslations('review.item');
  return (
    <Card title={t('theRow')} id="review-row" flush actions={actions}>
      <ScrollRegion label={t('rowTable')} className="max-h-[32rem] overflow-y-auto">
        <table className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">{t('rowTable')}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t('column')}</th>
              <th scope="col">{t('value')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, at) => {
              const value = cells[at];
              const isMarked = marked.has(column.name);
              return (
                <tr
                  key={column.name}
                  className={cn('border-b border-line align-top last:border-0', isMarked && 'bg-warn-soft')}
                >
                  <th scope="row" className="w-1/2 px-4 py-2 font-normal sm:pl-5">
                    <span className="text-fg-secondary wrap-anywhere">{column.label || column.name}</span>
                    {column.meaning === null ? null : (
                      <span className="block text-xs text-fg-muted wrap-anywhere">{column.meaning}</span>
                    )}
                  </th>
                  <td className="px-4 py-2 font-medium wrap-anywhere tabular-nums">
                    {value === null || value === undefined ? (
                      <span className="font-normal text-fg-muted">{t('missing')}</span>
                    ) : (
                      String(value)
                    )}
                    {column.unit === null || value === null ? null : (
                      <span className="font-normal text-fg-muted"> {column.unit}</span>
                    )}
                    {isMarked ? (
                      <Badge tone="warn" className="ml-2">
                        {t('marked')}
                      </Badge>
                    ) : null}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </Card>
  );
}
