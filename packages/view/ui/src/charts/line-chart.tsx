'use client';

import { useCallback } from 'react';
import { formatMoment } from '../lib/format.ts';
import { useLabels, useUi } from '../lib/ui-provider.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { axis, baseOption, legend } from './chart-options.ts';
import type { ChartCommon } from './chart-props.ts';
import type { ChartTheme } from './chart-theme.ts';
import { EChart } from './echart.tsx';
import { useFigure } from './use-figure.ts';

export type LineSeries = { name: string; points: readonly { x: number; y: number }[] };
export type LineChartProps = ChartCommon & {
  series: readonly LineSeries[];
  /** "time": x are epoch milliseconds. */
  x?: 'time' | 'value' | undefined;
  xName?: string | undefined;
  reference?: { value: number; label: string } | undefined;
  onSelect?: ((index: number, series: number) => void) | undefined;
};

const dashes = ['solid', 'dashed', 'dotted'] as const;

/** Lines over time or another number; told apart by dash as well as by colour. */
export function LineChart(props: LineChartProps) {
  const { series, x = 'time', reference, onSelect } = props;
  const t = useLabels('chart');
  const { locale, timeZone } = useUi();
  const text = useFigure(props.format);
  const place = useCallback(
    (value: number) => (x === 'time' ? formatMoment(value, locale, timeZone, 'date') : text(value)),
    [x, locale, timeZone, text],
  );
  const option = useCallback(
    (theme: ChartTheme) => ({
      ...baseOption(theme),
      ...legend(
        theme,
        series.map((s) => s.name),
      ),
      xAxis: axis(theme, { type: x, format: place, extra: { splitLine: { show: false } } }),
      yAxis: axis(theme, { type: 'value', format: text, extra: { scale: true } }),
      tooltip: {
        ...Object(baseOption(theme).tooltip),
        trigger: 'axis',
        valueFormatter: (v: unknown) => (typeof v === 'number' ? text(v) : ''),
      },
      series: series.map((s, index) => ({
        name: s.name,
        type: 'line',
        data: s.points.map((p) => [p.x, p.y]),
        showSymbol: s.points.length <= 40,
        symbolSize: 6,
        lineStyle: { width: 2, type: dashes[index % dashes.length] },
        ...(index > 0 || reference === undefined
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: theme.strong, type: 'dashed', width: 1 },
                label: {
                  formatter: reference.label,
                  color: theme.text,
                  fontSize: 12,
                  position: 'insideEndTop',
                },
                data: [{ yAxis: reference.value }],
              },
            }),
      })),
    }),
    [series, x, place, text, reference],
  );
  return (
    <ChartFrame
      {...props}
      headers={[props.xName ?? t.time, t.series, t.value]}
      rows={series.flatMap((s, line) =>
        s.points.map((p, index) => ({
          key: `${s.name}${index}`,
          cells: [place(p.x), s.name, text(p.y)],
          onSelect: onSelect === undefined ? undefined : () => onSelect(index, line),
        })),
      )}
    >
      <EChart label={props.title} height={props.height ?? 240} option={option} onSelect={onSelect} />
    </ChartFrame>
  );
}
