'use client';

import { imageMark, type MetricId, metricDefinition } from '@assay/contracts';
import { DataTable, formatInterval, NumberText, UiLink, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { GuideLink } from '~/shell/guide-link.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { writeFigure } from '../goals/goal-types.ts';
import { MeasurementLink } from '../measurements/measurement-link.tsx';
import { imageHref } from './image-types.ts';

export type ShownFigure = {
  measurementId: string;
  metric: MetricId;
  slice: Readonly<Record<string, string>>;
  value: number | null;
  reason: string | null;
  n: number;
  low: number | null;
  high: number | null;
  pictures: readonly string[];
};

/** Figures about pictures: each opens what it means and how it was computed, beside some of the pictures it is about. */
export function PictureFiguresTable({
  caption,
  figures,
  mayLook,
}: {
  caption: string;
  figures: readonly ShownFigure[];
  /** Whether the reader may see pictures of the project. */
  mayLook: boolean;
}) {
  const t = useTranslations('images.figures');
  const { locale } = useUi();
  const sliceOf = useSliceWords();
  const reasonOf = (reason: string | null) =>
    t.has(`reasons.${reason}` as never) ? t(`reasons.${reason}` as never) : (reason ?? '');
  return (
    <DataTable
      caption={caption}
      dense
      narrow="cards"
      rows={figures}
      rowKey={(figure) => figure.measurementId}
      columns={[
        {
          id: 'name',
          header: t('figure'),
          rowHeader: true,
          cell: ({ metric, slice }) => (
            <span className="wrap-anywhere">
              <GuideLink page={`metrics/${metric}`} plain>
                {metricDefinition(metric).name}
              </GuideLink>
              {sliceOf(slice)}
            </span>
          ),
        },
        {
          id: 'value',
          header: t('value'),
          numeric: true,
          cell: ({ measurementId, metric, value, reason }) => (
            <MeasurementLink measurementId={measurementId} name={metricDefinition(metric).name}>
              {value === null ? t('none', { reason: reasonOf(reason) }) : writeFigure(metric, value, locale)}
            </MeasurementLink>
          ),
        },
        {
          id: 'interval',
          header: t('interval'),
          numeric: true,
          className: 'whitespace-nowrap',
          cell: ({ metric, low, high }) =>
            low === null || high === null
              ? '–'
              : metricDefinition(metric).unit === 'share'
                ? formatInterval(low, high, locale, 'percent', 1)
                : formatInterval(low, high, locale, 'plain', 4),
        },
        { id: 'n', header: t('n'), numeric: true, cell: ({ n }) => <NumberText value={n} /> },
        {
          id: 'pictures',
          header: t('pictures'),
          cell: ({ metric, pictures }) =>
            !mayLook || pictures.length === 0 ? (
              '–'
            ) : (
              <PictureStrip
                label={metricDefinition(metric).name}
                pictures={pictures}
                className="max-sm:justify-end"
              />
            ),
        },
      ]}
    />
  );
}

/** The part of a figure in words: `: blurred`. */
function useSliceWords(): (slice: ShownFigure['slice']) => string {
  const marks = useTranslations('images.marks');
  const t = useTranslations('images.figures');
  return (slice) => {
    const parts = Object.values(slice).map((value) => {
      const mark = imageMark.safeParse(value);
      if (mark.success) return marks(mark.data).toLowerCase();
      return t.has(`slices.${value}` as never) ? t(`slices.${value}` as never) : value;
    });
    return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
  };
}

/** Small pictures that lead to their pages. */
export function PictureStrip({
  label,
  pictures,
  size = 'small',
  className = '',
}: {
  label: string;
  pictures: readonly string[];
  /** Large ones share the width that there is. */
  size?: 'small' | 'large';
  className?: string;
}) {
  const t = useTranslations('images.figures');
  const { path, organisation } = useOrg();
  return (
    <ul
      aria-label={t('picturesOf', { name: label })}
      className={`${size === 'large' ? 'grid grid-cols-4 gap-1.5 sm:grid-cols-6' : 'flex min-w-40 flex-wrap gap-1'} ${className}`}
    >
      {pictures.map((id, at) => (
        <li key={id}>
          <UiLink
            href={path(`/images/${id}`)}
            aria-label={t('picture', { number: at + 1 })}
            className={`ring-inside flex ${size === 'large' ? 'aspect-4/3 w-full' : 'size-9'} items-center justify-center overflow-hidden rounded-sm border border-line bg-sunken hover:border-line-strong`}
          >
            <img
              src={imageHref(organisation.slug, id, 'thumbnail')}
              alt=""
              loading="lazy"
              decoding="async"
              className="max-h-full max-w-full object-contain"
            />
          </UiLink>
        </li>
      ))}
    </ul>
  );
}
