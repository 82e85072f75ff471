'use client';

import type { Overlay } from '@assay/contracts';
import { DataTable, Dialog, Histogram, type TableColumn, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type OverlayBar, overlayBars } from './overlay-shape.ts';
import { useNumbers } from './report-figures.tsx';

type Row = OverlayBar & { key: string };

/** One column in full: the picture with its axis, and every bar as a row of figures. */
export function OverlayDialog({ overlay, onClose }: { overlay: Overlay | null; onClose: () => void }) {
  return overlay === null ? null : (
    <Dialog open size="lg" title={overlay.column} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Enlarged overlay={overlay} />
    </Dialog>
  );
}

function Enlarged({ overlay }: { overlay: Overlay }) {
  const t = useTranslations('reports.distributions');
  const { percent } = useNumbers();
  const { locale } = useUi();
  const bars = overlayBars(overlay, t('others'));
  const rows: Row[] = bars.map((bar, at) => ({ ...bar, key: `${at}` }));
  const columns: TableColumn<Row>[] = [
    { id: 'label', header: t('value'), rowHeader: true, cell: (row) => row.label },
    { id: 'real', header: t('real'), numeric: true, cell: (row) => percent(row.real) },
    { id: 'synthetic', header: t('synthetic'), numeric: true, cell: (row) => percent(row.synthetic) },
    ...(overlay.bars.unseen === null
      ? []
      : [
          {
            id: 'unseen',
            header: t('unseen'),
            numeric: true,
            cell: (row: Row) => percent(row.unseen),
          },
        ]),
  ];
  const axis = (value: number) =>
    overlay.kind === 'datetime'
      ? new Date(value).toLocaleDateString(locale, { timeZone: 'UTC' })
      : String(Number(value.toPrecision(4)));
  return (
    <div className="flex flex-col gap-5">
      {overlay.edges === null ? (
        <ul className="flex flex-col gap-2">
          {rows.slice(0, 20).map((row) => (
            <LevelBar
              key={row.key}
              bar={row}
              top={Math.max(...rows.map((each) => Math.max(each.real, each.synthetic)))}
            />
          ))}
        </ul>
      ) : (
        <Histogram
          title={t('shares')}
          edges={overlay.edges}
          series={[
            { name: t('real'), values: bars.map((bar) => bar.real) },
            { name: t('synthetic'), values: bars.map((bar) => bar.synthetic) },
          ]}
          format={axis}
          formatValue={(value) => percent(value, 1)}
          height={280}
        />
      )}
      <DataTable caption={t('shares')} columns={columns} rows={rows} rowKey={(row) => row.key} dense />
    </div>
  );
}

function LevelBar({ bar, top }: { bar: OverlayBar; top: number }) {
  const wide = (share: number) => `${top === 0 ? 0 : (share / top) * 100}%`;
  return (
    <li className="grid grid-cols-[minmax(5rem,10rem)_1fr] items-center gap-3 text-sm">
      <span className="truncate text-fg" title={bar.label}>
        {bar.label}
      </span>
      <span aria-hidden className="relative block h-5">
        <span
          className="absolute inset-y-0 left-0 rounded-sm bg-chart-1/45"
          style={{ width: wide(bar.real) }}
        />
        <span
          className="absolute inset-y-0.5 left-0 rounded-sm border-2 border-chart-2"
          style={{ width: wide(bar.synthetic) }}
        />
      </span>
    </li>
  );
}
