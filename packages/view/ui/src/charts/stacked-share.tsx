'use client';

import { cn } from '../lib/cn.ts';
import { formatNumber, formatShare } from '../lib/format.ts';
import { useUi } from '../lib/ui-provider.tsx';

export type SharePart = { key: string; label: string; count: number; tone?: 'missing' | undefined };
export type StackedShareProps = {
  label: string;
  parts: readonly SharePart[];
  hideLegend?: boolean | undefined;
  onSelect?: ((key: string) => void) | undefined;
  className?: string | undefined;
};

const fills = [
  'bg-chart-1',
  'bg-chart-2',
  'bg-chart-3',
  'bg-chart-4',
  'bg-chart-5',
  'bg-chart-6',
  'bg-chart-7',
  'bg-chart-8',
] as const;

/** Parts of a whole as one bar; the legend carries the figures. */
export function StackedShare({ label, parts, hideLegend = false, onSelect, className }: StackedShareProps) {
  const { locale } = useUi();
  const total = parts.reduce((sum, p) => sum + p.count, 0);
  const fill = (part: SharePart, index: number) =>
    part.tone === 'missing' ? 'bg-line' : fills[index % fills.length];
  const spoken = parts.map((p) => `${p.label} ${formatShare(p.count, total, locale)}`).join(', ');
  return (
    <div className={cn('min-w-0', className)}>
      <div
        role="img"
        aria-label={`${label}: ${spoken}`}
        className="flex h-3 gap-px overflow-hidden rounded-sm bg-sunken"
      >
        {parts.map((part, index) =>
          part.count === 0 ? null : (
            <span
              key={part.key}
              style={{ flexGrow: part.count }}
              className={cn('min-w-0.5 basis-0', fill(part, index))}
            />
          ),
        )}
      </div>
      {hideLegend ? null : (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs">
          {parts.map((part, index) => {
            const body = (
              <>
                <span
                  aria-hidden
                  className={cn('size-2.5 shrink-0 rounded-sm border border-line', fill(part, index))}
                />
                <span className="truncate text-fg">{part.label}</span>
                <span className="tabular-nums text-fg-muted" title={formatNumber(part.count, locale)}>
                  {formatShare(part.count, total, locale)}
                </span>
              </>
            );
            const line = 'inline-flex min-h-6 max-w-full items-center gap-1.5';
            return (
              <li key={part.key} className="max-w-full">
                {onSelect === undefined ? (
                  <span className={line}>{body}</span>
                ) : (
                  <button
                    type="button"
                    onClick={() => onSelect(part.key)}
                    className={cn(line, 'rounded-sm hover:underline')}
                  >
                    {body}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
