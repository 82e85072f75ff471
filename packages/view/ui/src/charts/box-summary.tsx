'use client';

import { useCallback } from 'react';
import { useLabels } from '../lib/ui-provider.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { axis, baseOption, FONT } from './chart-options.ts';
import type { ChartCommon } from './chart-props.ts';
import type { ChartTheme } from './chart-theme.ts';
import { EChart } from './echart.tsx';
import { useFigure } from './use-figure.ts';

export type BoxItem = {
  label: string;
  min: number;
  q1: number;
  median: number;
  q3: number;
  max: number;
  outliers?: readonly number[] | undefined;
};
export type BoxSummaryProps = ChartCommon & {
  items: readonly BoxItem[];
  onSelect?: ((index: number) => void) | undefined;
};

/** Five-number summaries side by side; outliers as points. */
export function BoxSummary(props: BoxSummaryProps) {
  const { items, onSelect } = props;
  const t = useLabels('chart');
  const text = useFigure(props.format);
  const option = useCallback(
    (theme: ChartTheme) => ({
      ...baseOption(theme),
      xAxis: axis(theme, { type: 'value', format: text, extra: { scale: true } }),
      yAxis: axis(theme, {
        type: 'category',
        data: items.map((i) => i.label),
        extra: {
          inverse: true,
          axisLabel: { color: theme.text, fontSize: FONT, width: 120, overflow: 'truncate', interval: 0 },
        },
      }),
      series: [
        {
          type: 'boxplot',
          data: items.map((i) => [i.min, i.q1, i.median, i.q3, i.max]),
          boxWidth: [8, 18],
          itemStyle: { color: theme.sequential[1], borderColor: theme.series[0], borderWidth: 1.5 },
          tooltip: {
            formatter: (event: { dataIndex: number }) => {
              const i = items[event.dataIndex];
              return i === undefined ? '' : `${t.median}: ${text(i.median)}<br>${text(i.q1)} – ${text(i.q3)}`;
            },
          },
        },
        {
          type: 'scatter',
          silent: true,
          symbolSize: 5,
          itemStyle: { color: theme.series[1], opacity: 0.75 },
          data: items.flatMap((i, index) => (i.outliers ?? []).map((value) => [value, index])),
        },
      ],
    }),
    [items, text, t],
  );
  return (
    <ChartFrame
      {...props}
      headers={[t.group, t.min, t.q1, t.median, t.q3, t.max, t.outliers]}
      rows={items.map((i, index) => ({
        key: `${index}${i.label}`,
        cells: [i.label, ...[i.min, i.q1, i.median, i.q3, i.max].map(text), String(i.outliers?.length ?? 0)],
        onSelect: onSelect === undefined ? undefined : () => onSelect(index),
      }))}
    >
      <EChart
        label={props.title}
        height={props.height ?? Math.max(120, 56 + items.length * 32)}
        option={option}
        onSelect={onSelect}
      />
    </ChartFrame>
  );
}
