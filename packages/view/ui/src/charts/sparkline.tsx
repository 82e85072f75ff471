'use client';

import { cn } from '../lib/cn.ts';
import { fill } from '../lib/fill.ts';
import { formatNumber } from '../lib/format.ts';
import { sparkGeometry } from '../lib/spark.ts';
import { useLabels, useUi } from '../lib/ui-provider.tsx';

export type SparklineProps = {
  values: readonly number[];
  /** Names the series; the span of its values is added. */
  label: string;
  width?: number | undefined;
  height?: number | undefined;
  /** As wide as its place. */
  wide?: boolean | undefined;
  /** `bars` for small distributions. */
  kind?: 'line' | 'bars' | undefined;
  format?: ((value: number) => string) | undefined;
  className?: string | undefined;
};

export function Sparkline({
  values,
  label,
  width = 96,
  height = 24,
  wide = false,
  kind = 'line',
  format,
  className,
}: SparklineProps) {
  const t = useLabels('chart');
  const { locale } = useUi();
  const text = format ?? ((v: number) => formatNumber(v, locale));
  const finite = values.filter((v) => Number.isFinite(v));
  const first = finite[0];
  const last = finite[finite.length - 1];
  const described =
    first === undefined || last === undefined
      ? `${label}: ${t.empty}`
      : kind === 'bars'
        ? label
        : `${label}: ${fill(t.trend, { first: text(first), last: text(last), min: text(Math.min(...finite)), max: text(Math.max(...finite)) })}`;
  return (
    <svg
      role="img"
      aria-label={described}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      width={wide ? '100%' : width}
      height={height}
      className={cn('block overflow-visible text-chart-1', className)}
    >
      <title>{described}</title>
      {kind === 'bars' ? (
        <Bars values={values} width={width} height={height} />
      ) : (
        <Line values={values} width={width} height={height} wide={wide} />
      )}
    </svg>
  );
}

type Box = { values: readonly number[]; width: number; height: number };

function Line({ values, width, height, wide }: Box & { wide: boolean }) {
  const { line, area, last } = sparkGeometry(values, width, height, 3);
  return (
    <>
      <path d={area} fill="currentColor" opacity={0.14} />
      <path
        d={line}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        vectorEffect="non-scaling-stroke"
        strokeLinejoin="round"
      />
      {last === undefined || wide ? null : <circle cx={last.x} cy={last.y} r={2.25} fill="currentColor" />}
    </>
  );
}

function Bars({ values, width, height }: Box) {
  const top = Math.max(...values, 0);
  const slot = width / Math.max(values.length, 1);
  return values.map((value, index) => {
    const h = top === 0 ? 0 : Math.max((value / top) * height, value > 0 ? 1 : 0);
    const x = index * slot;
    return (
      <rect key={x} x={x} y={height - h} width={Math.max(slot - 1, 0.5)} height={h} fill="currentColor" />
    );
  });
}
