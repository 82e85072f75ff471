'use client';

import type { MetricId } from '@assay/contracts';
import { formatInterval, formatNumber, type NumberStyle, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext } from 'react';
import { MeasurementLink } from '../measurements/measurement-link.tsx';
import { useMeasurements } from '../measurements/use-measurements.ts';

type Find = ReturnType<typeof useMeasurements>['find'];

const Figures = createContext<Find>(() => undefined);

/** Lets every figure inside be opened: its measurement is looked up among those of the report. */
export function ReportFigures({ reportId, children }: { reportId: string; children: ReactNode }) {
  const { find } = useMeasurements(reportId, undefined, 'report');
  return <Figures value={find}>{children}</Figures>;
}

type FigureProps = {
  metric: MetricId;
  slice?: Readonly<Record<string, string>>;
  value: number | null;
  /** Named to those who only hear the button. */
  name: string;
  reason?: string | null | undefined;
  format?: NumberStyle | undefined;
  digits?: number | undefined;
  interval?: { low: number; high: number } | null | undefined;
};

/** One figure of a report; it opens what it means and how it was computed. */
export function Figure(props: FigureProps) {
  const t = useTranslations('reports');
  const { locale } = useUi();
  const find = useContext(Figures);
  const { format = 'plain', digits = format === 'percent' ? 2 : 3, interval } = props;
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2 tabular-nums in-[td]:justify-end">
      <MeasurementLink
        measurementId={find(props.metric, props.slice)?.id}
        metric={props.metric}
        name={props.name}
      >
        {props.value === null ? (
          <span title={props.reason ?? undefined} className="text-fg-muted">
            {t('undefined')}
          </span>
        ) : (
          formatNumber(props.value, locale, format, digits)
        )}
      </MeasurementLink>
      {interval == null ? null : (
        <span className="text-xs text-fg-muted">
          {formatInterval(interval.low, interval.high, locale, format, digits)}
        </span>
      )}
    </span>
  );
}

/** Figures that are not stored one by one, written as the rest are. */
export function useNumbers() {
  const { locale } = useUi();
  const or = (value: number | null, write: (value: number) => string) =>
    value === null ? '–' : write(value);
  return {
    percent: (value: number | null, digits = 2) =>
      or(value, (each) => formatNumber(each, locale, 'percent', digits)),
    decimal: (value: number | null, digits = 3) =>
      or(value, (each) => formatNumber(each, locale, 'plain', digits)),
    count: (value: number | null) => or(value, (each) => formatNumber(each, locale, 'plain', 0)),
    signed: (value: number | null, digits = 3) =>
      or(value, (each) => formatNumber(each, locale, 'signed', digits)),
    /** Percentage points, with a sign. */
    points: (value: number | null, digits = 1) =>
      or(value, (each) => formatNumber(each * 100, locale, 'signed', digits)),
  };
}
