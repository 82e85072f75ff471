import type { LabelColour } from '@assay/contracts';
import type { Outline } from '@assay/domain';
import { cn } from '@assay/ui';

const strokes: Record<LabelColour, string> = {
  teal: 'stroke-[var(--chart-1)]',
  orange: 'stroke-[var(--chart-2)]',
  indigo: 'stroke-[var(--chart-3)]',
  olive: 'stroke-[var(--chart-4)]',
  magenta: 'stroke-[var(--chart-5)]',
  green: 'stroke-[var(--chart-6)]',
  brown: 'stroke-[var(--chart-7)]',
  grey: 'stroke-[var(--chart-8)]',
};

/** A sample of a line, beside whose it is. */
export function Line({ dash }: { dash: string }) {
  return (
    <svg aria-hidden viewBox="0 0 28 4" className="h-1 w-7 shrink-0 stroke-fg">
      <line x1="0" y1="2" x2="28" y2="2" strokeWidth="2.5" strokeDasharray={dash} />
    </svg>
  );
}

const pathOf = (points: readonly { x: number; y: number }[], isClosed: boolean): string =>
  `M${points.map(({ x, y }) => `${x},${y}`).join('L')}${isClosed ? 'Z' : ''}`;

/** One region: a dark line below a coloured one, so that it is seen on light and on dark. */
export function RegionOutline({
  outline,
  colour,
  dash,
  text,
  pixel,
  isChosen,
}: {
  outline: Outline | undefined;
  colour: LabelColour;
  dash: string;
  text: string;
  /** Units of the picture for each pixel of the screen. */
  pixel: number;
  isChosen: boolean;
}) {
  if (outline === undefined) return null;
  const path = [
    ...outline.rings.map((ring) => pathOf(ring, true)),
    ...outline.lines.map((line) => pathOf(line, false)),
  ].join('');
  const width = isChosen ? 4 : 2;
  const dashes = dash.split(' ').flatMap((each) => (each === '' ? [] : [Number(each) * pixel]));
  return (
    <g fill="none">
      <title>{text}</title>
      {path === '' ? null : (
        <>
          <path d={path} stroke="black" strokeOpacity={0.75} strokeWidth={(width + 2) * pixel} />
          <path
            d={path}
            className={cn(strokes[colour])}
            strokeWidth={width * pixel}
            strokeDasharray={dashes.join(' ')}
          />
        </>
      )}
      {outline.points.map(({ x, y }, at) => (
        <circle
          key={at}
          cx={x}
          cy={y}
          r={4 * pixel}
          className={cn(strokes[colour])}
          strokeWidth={width * pixel}
        />
      ))}
    </g>
  );
}
