'use client';

import { useCallback } from 'react';
import { useLabels } from '../lib/ui-provider.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { axis, baseOption, legend } from './chart-options.ts';
import type { ChartCommon } from './chart-props.ts';
import type { ChartTheme } from './chart-theme.ts';
import { EChart } from './echart.tsx';
import { useFigure } from './use-figure.ts';

export type HistogramProps = ChartCommon & {
  /** Edges, one more than there are bins. */
  edges: readonly number[];
  /** The first is drawn as bars, a second as a stepped line over it. */
  series: readonly { name: string; values: readonly number[] }[];
  /** How the bins' values are written, when they are not counts. */
  formatValue?: ((value: number) => string) | undefined;
  onSelect?: ((bin: number) => void) | undefined;
};

export function Histogram(props: HistogramProps) {
  const { edges, series, onSelect } = props;
  const t = useLabels('chart');
  const text = useFigure(props.format);
  const value = useFigure(props.formatValue);
  const bins = Math.max(edges.length - 1, 0);
  const range = useCallback(
    (bin: number) => `${text(edges[bin] ?? 0)} – ${text(edges[bin + 1] ?? 0)}`,
    [edges, text],
  );
  const option = useCallback(
    (theme: ChartTheme) => ({
      ...baseOption(theme),
      ...legend(
        theme,
        series.map((s) => s.name),
      ),
      xAxis: axis(theme, {
        type: 'category',
        data: Array.from({ length: bins }, (_, bin) => range(bin)),
        extra: {
          axisLabel: {
            color: theme.muted,
            fontSize: 12,
            hideOverlap: true,
            formatter: (_: string, bin: number) => text(edges[bin] ?? 0),
          },
        },
      }),
      yAxis: axis(theme, { type: 'value', format: value }),
      tooltip: {
        ...Object(baseOption(theme).tooltip),
        trigger: 'axis',
        valueFormatter: (v: unknown) => (typeof v === 'number' ? value(v) : ''),
      },
      series: series.map((s, index) =>
        index === 0
          ? { name: s.name, type: 'bar', data: [...s.values], barCategoryGap: '4%' }
          : {
              name: s.name,
              type: 'line',
              step: 'middle',
              symbol: 'none',
              lineStyle: { width: 2 },
              data: [...s.values],
            },
      ),
    }),
    [series, bins, range, text, edges, value],
  );
  return (
    <ChartFrame
      {...props}
      headers={[t.bin, ...series.map((s) => s.name)]}
      rows={Array.from({ length: bins }, (_, bin) => ({
        key: String(bin),
        cells: [range(bin), ...series.map((s) => value(s.values[bin] ?? 0))],
        onSelect: onSelect === undefined ? undefined : () => onSelect(bin),
      }))}
    >
      <EChart label={props.title} height={props.height ?? 220} option={option} onSelect={onSelect} />
    </ChartFrame>
  );
}
