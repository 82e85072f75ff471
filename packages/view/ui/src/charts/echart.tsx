'use client';

import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { useEffect, useRef } from 'react';
import { type ChartTheme, readChartTheme } from './chart-theme.ts';

export type EChartProps = {
  /** Builds the picture from the current colours; keep it stable with useCallback or useMemo. */
  option: (theme: ChartTheme) => EChartsCoreOption;
  /** What the picture shows, in a sentence. */
  label: string;
  height: number;
  /** The data index that was pressed, and the series it is in. */
  onSelect?: ((index: number, series: number) => void) | undefined;
};

/** Mounts ECharts: loaded on first use, drawn as SVG, follows size and theme, still when motion is unwelcome. */
export function EChart({ option, label, height, onSelect }: EChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ option, onSelect });
  const redraw = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    latest.current = { option, onSelect };
    redraw.current?.();
  }, [option, onSelect]);
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    let gone = false;
    const undo: (() => void)[] = [];
    void import('./echarts-core.ts').then(({ init }) => {
      if (gone) return;
      const chart: EChartsType = init(element, null, { renderer: 'svg' });
      const still = window.matchMedia('(prefers-reduced-motion: reduce)');
      const scheme = window.matchMedia('(prefers-color-scheme: dark)');
      const draw = () => {
        chart.setOption(
          { ...latest.current.option(readChartTheme(element)), animation: !still.matches },
          true,
        );
      };
      redraw.current = draw;
      chart.on('click', (event) => {
        if (typeof event.dataIndex === 'number')
          latest.current.onSelect?.(event.dataIndex, event.seriesIndex ?? 0);
      });
      const size = new ResizeObserver(() => chart.resize());
      const theme = new MutationObserver(draw);
      size.observe(element);
      theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
      scheme.addEventListener('change', draw);
      draw();
      undo.push(
        () => size.disconnect(),
        () => theme.disconnect(),
        () => scheme.removeEventListener('change', draw),
        () => chart.dispose(),
      );
    });
    return () => {
      gone = true;
      redraw.current = undefined;
      for (const step of undo) step();
    };
  }, []);
  // the label is on the outer element because ECharts writes its own on the host
  return (
    <div role="img" aria-label={label} style={{ height }} className="w-full min-w-0">
      <div ref={host} aria-hidden className="h-full w-full" />
    </div>
  );
}
