import type { EChartsCoreOption } from 'echarts/core';
import type { ChartTheme } from './chart-theme.ts';

export const FONT = 12;

/** What all charts share: no frame, quiet axes, a tooltip like the other floating panels. */
export function baseOption(theme: ChartTheme): EChartsCoreOption {
  return {
    color: [...theme.series],
    textStyle: { fontFamily: theme.font, fontSize: FONT, color: theme.text },
    animationDuration: 250,
    animationDurationUpdate: 250,
    grid: {
      left: 8,
      right: 16,
      top: 16,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    tooltip: {
      confine: true,
      backgroundColor: theme.raised,
      borderColor: theme.line,
      textStyle: { color: theme.strong, fontSize: FONT },
      padding: [6, 10],
    },
  };
}

export function legend(theme: ChartTheme, names: readonly string[]): EChartsCoreOption {
  if (names.length < 2) return {};
  return {
    legend: {
      data: [...names],
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 10,
      itemHeight: 10,
      textStyle: { color: theme.text, fontSize: FONT },
    },
    grid: {
      left: 8,
      right: 16,
      top: 36,
      bottom: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
  };
}

type AxisInput = {
  type: 'value' | 'category' | 'time';
  data?: readonly string[];
  name?: string | undefined;
  format?: (value: number) => string;
  extra?: EChartsCoreOption;
};

export function axis(theme: ChartTheme, { type, data, format, extra }: AxisInput): EChartsCoreOption {
  return {
    type,
    ...(data === undefined ? {} : { data: [...data] }),
    axisLine: { show: type !== 'value', lineStyle: { color: theme.line } },
    axisTick: { show: false },
    axisLabel: {
      color: theme.muted,
      fontSize: FONT,
      hideOverlap: true,
      ...(format === undefined ? {} : { formatter: (value: number) => format(value) }),
    },
    splitLine: { show: type === 'value', lineStyle: { color: theme.line } },
    ...extra,
  };
}
