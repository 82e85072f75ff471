'use client';

import { Card, NumberText } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ImportView } from './import-types.ts';

type Found = NonNullable<ImportView['found']>;
const MOST_NAMES = 8;

/** How much of a file can be taken, of which rows, and who said it. */
export function FoundCard({ view, found }: { view: ImportView; found: Found }) {
  const t = useTranslations('labelImports.one');
  const figures = [
    { label: t('records'), value: found.records },
    { label: t(view.status === 'DONE' ? 'goodDone' : 'good'), value: found.good },
    { label: t('refused'), value: found.records - found.good },
    { label: t('rows'), value: found.rows },
  ];
  return (
    <Card title={t('counts')}>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {figures.map(({ label, value }) => (
          <div key={label} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-fg-muted">{label}</dt>
            <dd className="text-xl font-semibold tabular-nums">
              <NumberText value={value} />
            </dd>
          </div>
        ))}
      </dl>
      {found.sources.length === 0 ? null : (
        <p className="mt-4 text-sm text-fg-secondary wrap-anywhere">
          {t('sources')}{' '}
          {found.sources
            .slice(0, MOST_NAMES)
            .map(({ name, count }) => t('sourceCount', { name, count }))
            .join(', ')}
          {found.sources.length > MOST_NAMES ? ` ${t('moreSources')}` : ''}
        </p>
      )}
    </Card>
  );
}
