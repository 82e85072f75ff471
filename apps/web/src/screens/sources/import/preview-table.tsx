'use client';

import type { Detection } from '@assay/contracts';
import { Badge, ScrollRegion } from '@assay/ui';
import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';

const COLUMNS = 40;

/** The first rows as they were read. Columns that may hold personal data are masked, and say so. */
export function PreviewTable({ detected }: { detected: Detection }) {
  const t = useTranslations('sources.import');
  const columns = detected.columns.slice(0, COLUMNS);
  const masked = new Set(detected.maskedColumns);
  const rows = detected.preview.map((row, place) => ({ key: `row ${place}`, row }));
  if (detected.preview.length === 0) {
    return <p className="px-4 py-4 text-sm text-fg-secondary sm:px-5">{t('noRows')}</p>;
  }
  return (
    <>
      <ScrollRegion label={t('previewTitle')}>
        <table className="w-full border-collapse text-left text-sm">
          <caption className="sr-only">{t('previewTitle')}</caption>
          <thead className="border-b border-line bg-sunken/60">
            <tr>
              {columns.map((column) => (
                <th
                  key={column.index}
                  scope="col"
                  className="whitespace-nowrap px-3 py-2 align-bottom text-xs font-medium text-fg-secondary first:pl-5"
                >
                  {masked.has(column.index) ? (
                    <Badge tone="warn" icon={<EyeOff aria-hidden />} className="mb-1">
                      {t('masked')}
                    </Badge>
                  ) : null}
                  <span className="block">{column.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, row }) => (
              <tr key={key} className="border-b border-line last:border-b-0">
                {columns.map((column, at) => (
                  <td
                    key={column.index}
                    className="max-w-60 truncate whitespace-nowrap px-3 py-1.5 font-mono text-xs first:pl-5"
                  >
                    {row[at] ?? <span className="font-sans text-fg-muted italic">{t('missingCell')}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {detected.columns.length > COLUMNS ? (
        <p className="border-t border-line px-4 py-2 text-xs text-fg-muted sm:px-5">
          {t('previewMore', { shown: COLUMNS, count: detected.columns.length })}
        </p>
      ) : null}
    </>
  );
}
