'use client';

import { useCallback } from 'react';
import { useLabels } from '../lib/ui-provider.tsx';
import { ChartFrame, type ChartTableRow } from './chart-frame.tsx';
import { axis, baseOption, FONT } from './chart-options.ts';
import type { ChartCommon } from './chart-props.ts';
import type { ChartTheme } from './chart-theme.ts';
import { EChart } from './echart.tsx';
import { useFigure } from './use-figure.ts';
import { horizontalWhisker } from './whisker.ts';

export type CategoryItem = {
  label: string;
  value: number;
  /** Interval around the value. */
  low?: number | undefined;
  high?: number | undefined;
  n?: number | undefined;
};

type CategoryProps = ChartCommon & {
  items: readonly CategoryItem[];
  onSelect?: ((index: number) => void) | undefined;
  /** A line to compare with, e.g. a population share or a limit. */
  reference?: { value: number; label: string } | undefined;
};

export type BarChartProps = CategoryProps;
export type IntervalPlotProps = CategoryProps;

/** Horizontal bars per category, with whiskers where an interval is known. */
export function BarChart(props: BarChartProps) {
  return <CategoryChart {...props} kind="bar" />;
}

/** A point and its interval per group, against a reference. */
export function IntervalPlot(props: IntervalPlotProps) {
  return <CategoryChart {...props} kind="point" />;
}

function CategoryChart({ kind, ...props }: CategoryProps & { kind: 'bar' | 'point' }) {
  const { items, reference, onSelect } = props;
  const t = useLabels('chart');
  const text = useFigure(props.format);
  const option = useCallback(
    (theme: ChartTheme) => ({
      ...baseOption(theme),
      xAxis: axis(theme, { type: 'value', format: text, extra: { scale: kind === 'point' } }),
      yAxis: axis(theme, {
        type: 'category',
        data: items.map((i) => i.label),
        extra: {
          inverse: true,
          axisLabel: { color: theme.text, fontSize: FONT, width: 120, overflow: 'truncate', interval: 0 },
        },
      }),
      tooltip: {
        ...Object(baseOption(theme).tooltip),
        formatter: (event: { dataIndex: number }) => describe(items[event.dataIndex], text),
        renderMode: 'richText',
      },
      series: [
        {
          type: kind === 'bar' ? 'bar' : 'scatter',
          data: items.map((i, index) => (kind === 'bar' ? i.value : [i.value, index])),
          ...(kind === 'bar'
            ? { barMaxWidth: 18, itemStyle: { borderRadius: [0, 2, 2, 0] } }
            : { symbolSize: 9 }),
          ...(reference === undefined
            ? {}
            : {
                markLine: {
                  silent: true,
                  symbol: 'none',
                  lineStyle: { color: theme.strong, type: 'dashed', width: 1 },
                  label: { formatter: reference.label, color: theme.text, fontSize: FONT, position: 'start' },
                  data: [{ xAxis: reference.value }],
                },
              }),
          z: 3,
        },
        {
          type: 'custom',
          silent: true,
          z: kind === 'bar' ? 4 : 2,
          renderItem: horizontalWhisker(
            kind === 'bar' ? theme.strong : (theme.series[0] ?? theme.strong),
            kind === 'bar' ? 3 : 4,
          ),
          encode: { x: [0, 1], y: 2 },
          data: items.flatMap((i, index) =>
            i.low === undefined || i.high === undefined ? [] : [[i.low, i.high, index]],
          ),
        },
      ],
      ...(reference === undefined
        ? {}
        : {
            grid: {
              left: 8,
              right: 24,
              top: 30,
              bottom: 8,
              outerBoundsMode: 'same',
              outerBoundsContain: 'axisLabel',
            },
          }),
    }),
    [items, reference, text, kind],
  );
  const intervals = items.some((i) => i.low !== undefined);
  const counts = items.some((i) => i.n !== undefined);
  const rows: ChartTableRow[] = items.map((i, index) => ({
    key: `${index}${i.label}`,
    cells: [
      i.label,
      text(i.value),
      ...(intervals
        ? [i.low === undefined ? '—' : text(i.low), i.high === undefined ? '—' : text(i.high)]
        : []),
      ...(counts ? [i.n === undefined ? '—' : String(i.n)] : []),
    ],
    onSelect: onSelect === undefined ? undefined : () => onSelect(index),
  }));
  return (
    <ChartFrame
      {...props}
      headers={[
        kind === 'bar' ? t.category : t.group,
        t.value,
        ...(intervals ? [t.low, t.high] : []),
        ...(counts ? [t.n] : []),
      ]}
      rows={rows}
    >
      <EChart
        label={props.title}
        height={props.height ?? Math.max(120, 56 + items.length * 28)}
        option={option}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}

function describe(item: CategoryItem | undefined, text: (value: number) => string): string {
  if (item === undefined) return '';
  const interval =
    item.low === undefined || item.high === undefined ? '' : ` (${text(item.low)} – ${text(item.high)})`;
  const n = item.n === undefined ? '' : `\nn = ${item.n}`;
  return `${item.label}\n${text(item.value)}${interval}${n}`;
}
