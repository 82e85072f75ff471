'use client';

import type { Detection, RejectedRow } from '@assay/contracts';
import { DataTable, NumberText } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** Rows that could not be read and stay behind; their text is masked. */
export function RejectedRows({ rejected }: { rejected: Detection['rejected'] }) {
  const t = useTranslations('sources.import');
  return (
    <>
      <DataTable
        caption={t('rejectedTitle')}
        dense
        rows={rejected.first}
        rowKey={(row) => String(row.line)}
        columns={[
          {
            id: 'line',
            header: t('line'),
            numeric: true,
            width: '6rem',
            cell: (row: RejectedRow) => <NumberText value={row.line} />,
          },
          { id: 'reason', header: t('reason'), cell: (row) => row.message },
          {
            id: 'text',
            header: t('text'),
            cell: (row) => (
              <code className="line-clamp-2 max-w-lg font-mono text-xs wrap-anywhere">{row.raw}</code>
            ),
          },
        ]}
      />
      {rejected.count > rejected.first.length ? (
        <p className="px-4 py-3 text-xs text-fg-muted sm:px-5">
          {t('rejectedMore', { shown: rejected.first.length, count: rejected.count })}
        </p>
      ) : null}
    </>
  );
}
