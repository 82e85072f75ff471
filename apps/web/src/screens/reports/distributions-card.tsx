'use client';

import type { Overlay, Report } from '@assay/contracts';
import { Button, Card, SearchInput } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FigureGuide } from './figure-guide.tsx';
import { OverlayChart } from './overlay-chart.tsx';
import { OverlayDialog } from './overlay-dialog.tsx';
import { overlayBars, overlayEnds } from './overlay-shape.ts';
import { Figure, useNumbers } from './report-figures.tsx';

const FIRST = 12;

/** Every column as a small picture, real and synthetic over each other, the least alike first. */
export function DistributionsCard({ report }: { report: Report }) {
  const t = useTranslations('reports.distributions');
  const [all, setAll] = useState(false);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Overlay | null>(null);
  const { inputs, fidelity } = report;
  const shapes = new Map(fidelity.shapes.columns.map((each) => [each.column, each]));
  /** Worst beyond its noise first. */
  const beyond = (overlay: Overlay) => {
    const shape = shapes.get(overlay.column);
    return shape?.score == null ? -2 : (shape.real ?? shape.floor ?? 1) - shape.score;
  };
  const found = fidelity.overlays
    .filter((overlay) => overlay.column.toLowerCase().includes(search.trim().toLowerCase()))
    .sort((a, b) => beyond(b) - beyond(a));
  const shown = all || search !== '' ? found : found.slice(0, FIRST);
  return (
    <Card
      id="distributions"
      footer={<FigureGuide metrics={['shape-error', 'missing-difference', 'range-coverage']} />}
      title={t('title')}
      description={t('about')}
      actions={
        fidelity.overlays.length > FIRST ? (
          <SearchInput label={t('search')} value={search} onChange={setSearch} />
        ) : undefined
      }
    >
      <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-xs text-fg-secondary">
        <span className="inline-flex items-center gap-2">
          <span aria-hidden className="h-3 w-4 bg-chart-1/45" />
          {t('real')}
        </span>
        <span className="inline-flex items-center gap-2">
          <span aria-hidden className="w-4 border-t-2 border-chart-2" />
          {t('synthetic')}
        </span>
      </p>
      {shown.length === 0 ? <p className="text-sm text-fg-muted">{t('none')}</p> : null}
      <ul className="grid gap-x-6 gap-y-7 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
        {shown.map((overlay) => (
          <li key={overlay.column} className="min-w-0 break-inside-avoid">
            <Column
              overlay={overlay}
              shape={shapes.get(overlay.column)}
              rows={{ real: inputs.real.rows, synthetic: inputs.synthetic.rows }}
              onOpen={() => setOpen(overlay)}
            />
          </li>
        ))}
      </ul>
      {shown.length === found.length ? null : (
        <div className="mt-6 print:hidden">
          <Button onClick={() => setAll(true)}>{t('all', { count: found.length })}</Button>
        </div>
      )}
      <OverlayDialog overlay={open} onClose={() => setOpen(null)} />
    </Card>
  );
}

function Column({
  overlay,
  shape,
  rows,
  onOpen,
}: {
  overlay: Overlay;
  shape: Report['fidelity']['shapes']['columns'][number] | undefined;
  rows: { real: number; synthetic: number };
  onOpen: () => void;
}) {
  const t = useTranslations('reports.distributions');
  const { percent } = useNumbers();
  const bars = overlayBars(overlay, t('others'));
  const [first, last] = overlayEnds(overlay, t('others'));
  const missing = (count: number, of: number) => percent(of === 0 ? null : count / of, 1);
  const anyMissing = overlay.missing.real + overlay.missing.synthetic > 0;
  return (
    <>
      <div className="flex items-baseline justify-between gap-2 text-sm">
        <h3 className="truncate font-medium text-fg" title={overlay.column}>
          {overlay.column}
        </h3>
        {shape === undefined ? null : (
          <span className="shrink-0 text-xs text-fg-secondary">
            <Figure
              metric="shape-error"
              slice={{ column: overlay.column }}
              value={shape.score === null ? null : 1 - shape.score}
              reason={shape.reason}
              name={t('errorOf', { column: overlay.column })}
              format="percent"
              digits={1}
            />
          </span>
        )}
      </div>
      <button
        type="button"
        onClick={onOpen}
        aria-label={t('enlarge', { column: overlay.column })}
        className="mt-1.5 block w-full cursor-zoom-in rounded-sm bg-sunken/50 hover:bg-sunken"
      >
        <OverlayChart bars={bars} label={t('picture', { column: overlay.column })} />
      </button>
      <p className="mt-1 flex justify-between gap-3 text-xs text-fg-muted">
        <span className="truncate">{first}</span>
        <span className="truncate">{last}</span>
      </p>
      <p className="text-xs text-fg-muted">
        {shape === undefined
          ? null
          : t('beside', { value: percent(shape.real === null ? null : 1 - shape.real, 1) })}
        {anyMissing
          ? ` ${t('missing', { real: missing(overlay.missing.real, rows.real), synthetic: missing(overlay.missing.synthetic, rows.synthetic) })}`
          : null}
      </p>
    </>
  );
}
