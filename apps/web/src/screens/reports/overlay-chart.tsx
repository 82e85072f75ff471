import type { OverlayBar } from './overlay-shape.ts';

const WIDTH = 320;

/** Real shares as filled bars, synthetic ones as an outline over them. */
export function OverlayChart({
  bars,
  label,
  height = 96,
}: {
  bars: readonly OverlayBar[];
  label: string;
  height?: number;
}) {
  const top = Math.max(1e-9, ...bars.flatMap((bar) => [bar.real, bar.synthetic]));
  const wide = WIDTH / Math.max(1, bars.length);
  // Half a line stays free above, so that the outline of the tallest bar is not cut.
  const y = (share: number) => height - (share / top) * (height - 2);
  const outline = bars
    .map(
      (bar, at) =>
        `${at === 0 ? 'M0' : 'L'}${at === 0 ? '' : at * wide} ${y(bar.synthetic)}H${(at + 1) * wide}`,
    )
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      style={{ height }}
      className="block w-full border-b border-line-strong"
    >
      {bars.map((bar, at) => (
        <rect
          key={at}
          x={at * wide + 0.5}
          y={y(bar.real)}
          width={Math.max(0.5, wide - 1)}
          height={height - y(bar.real)}
          className="fill-chart-1 opacity-45"
        />
      ))}
      <path
        d={outline}
        fill="none"
        className="stroke-chart-2"
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
