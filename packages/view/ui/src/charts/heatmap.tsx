'use client';

import { useCallback } from 'react';
import { useLabels } from '../lib/ui-provider.tsx';
import { ChartFrame } from './chart-frame.tsx';
import { axis, baseOption, FONT } from './chart-options.ts';
import type { ChartCommon } from './chart-props.ts';
import type { ChartTheme } from './chart-theme.ts';
import { EChart } from './echart.tsx';
import { useFigure } from './use-figure.ts';

export type HeatmapProps = ChartCommon & {
  rows: readonly string[];
  columns: readonly string[];
  /** values[row][column]; null where there is none. */
  values: readonly (readonly (number | null)[])[];
  /** "diverging" around zero, as for correlations; "sequential" from low to high. */
  scale?: 'diverging' | 'sequential' | undefined;
  /** Ends of the colour scale; from -1 to 1 or 0 to 1 when absent. */
  domain?: readonly [number, number] | undefined;
  onSelect?: ((row: number, column: number) => void) | undefined;
};

export function Heatmap(props: HeatmapProps) {
  const { rows, columns, values, scale = 'diverging', onSelect } = props;
  const t = useLabels('chart');
  const text = useFigure(props.format);
  const low = props.domain?.[0] ?? (scale === 'diverging' ? -1 : 0);
  const high = props.domain?.[1] ?? 1;
  const option = useCallback(
    (theme: ChartTheme) => ({
      ...baseOption(theme),
      grid: {
        left: 8,
        right: 8,
        top: 8,
        bottom: 44,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      xAxis: axis(theme, {
        type: 'category',
        data: columns,
        extra: {
          axisLabel: {
            color: theme.muted,
            fontSize: FONT,
            rotate: 40,
            width: 90,
            overflow: 'truncate',
            interval: 0,
          },
        },
      }),
      yAxis: axis(theme, {
        type: 'category',
        data: rows,
        extra: {
          inverse: true,
          axisLabel: { color: theme.muted, fontSize: FONT, width: 90, overflow: 'truncate', interval: 0 },
        },
      }),
      visualMap: {
        min: low,
        max: high,
        calculable: false,
        orient: 'horizontal',
        left: 'center',
        bottom: 0,
        itemWidth: 10,
        itemHeight: 140,
        text: [text(high), text(low)],
        textStyle: { color: theme.muted, fontSize: FONT },
        inRange: { color: [...(scale === 'diverging' ? theme.diverging : theme.sequential)] },
      },
      tooltip: {
        ...Object(baseOption(theme).tooltip),
        renderMode: 'richText',
        formatter: (event: { value: number[] }) =>
          `${rows[event.value[1] ?? 0]} × ${columns[event.value[0] ?? 0]}\n${text(event.value[2] ?? 0)}`,
      },
      series: [
        {
          type: 'heatmap',
          data: values.flatMap((line, row) =>
            line.flatMap((value, column) => (value === null ? [] : [[column, row, value]])),
          ),
          itemStyle: { borderColor: theme.surface, borderWidth: 1 },
        },
      ],
    }),
    [rows, columns, values, scale, low, high, text],
  );
  // nulls are not drawn, so a data index is a position among the cells that are
  const drawn = values.flatMap((line, row) =>
    line.flatMap((value, column) => (value === null ? [] : [{ row, column }])),
  );
  return (
    <ChartFrame
      {...props}
      headers={['', ...columns]}
      rows={rows.map((name, row) => ({
        key: `${row}${name}`,
        cells: [
          name,
          ...columns.map((_, column) =>
            values[row]?.[column] == null ? '—' : text(values[row]?.[column] ?? 0),
          ),
        ],
      }))}
    >
      <EChart
        label={`${props.title}. ${t.row}: ${rows.length}, ${t.column}: ${columns.length}`}
        height={props.height ?? 130 + rows.length * 26}
        option={option}
        onSelect={(index) => {
          const cell = drawn[index];
          if (cell !== undefined) onSelect?.(cell.row, cell.column);
        }}
      />
    </ChartFrame>
  );
}
