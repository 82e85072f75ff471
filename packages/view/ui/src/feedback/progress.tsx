'use client';

import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { fill } from '../lib/fill.ts';
import { formatDuration, formatNumber, formatShare } from '../lib/format.ts';
import { toneFill } from '../lib/tone.tsx';
import { useLabels, useUi } from '../lib/ui-provider.tsx';

export type ProgressProps = {
  /** What is under way. */
  label: string;
  hideLabel?: boolean | undefined;
  done?: number | undefined;
  /** Absent: the end is not known. */
  total?: number | undefined;
  /** Units per second. */
  rate?: number | undefined;
  timeLeftMs?: number | undefined;
  /** How counts are written, e.g. as bytes. */
  format?: ((value: number) => string) | undefined;
  tone?: 'accent' | 'good' | 'warn' | 'bad' | undefined;
  className?: string | undefined;
  labels?: Partial<UiLabels['feedback']> | undefined;
};

export function Progress(props: ProgressProps) {
  const { label, hideLabel = false, done, total, rate, timeLeftMs, tone = 'accent' } = props;
  const t = useLabels('feedback', props.labels);
  const { locale } = useUi();
  const text = props.format ?? ((value: number) => formatNumber(value, locale, 'plain', 0));
  const known = done !== undefined && total !== undefined && total > 0;
  const share = known ? Math.min(Math.max(done / total, 0), 1) : 0;
  const counts =
    done === undefined
      ? undefined
      : total === undefined
        ? fill(t.doneSoFar, { done: text(done) })
        : fill(t.ofTotal, { done: text(done), total: text(total) });
  const details = [
    counts,
    rate === undefined ? undefined : fill(t.rate, { rate: text(rate) }),
    timeLeftMs === undefined ? undefined : fill(t.timeLeft, { time: formatDuration(timeLeftMs, locale) }),
  ].filter((s) => s !== undefined);
  return (
    <div className={cn('min-w-0', props.className)}>
      <div className={cn('mb-1.5 flex items-baseline justify-between gap-3 text-sm', hideLabel && 'sr-only')}>
        <span className="truncate font-medium">{label}</span>
        {known ? (
          <span className="tabular-nums text-fg-secondary">{formatShare(done, total, locale, 0)}</span>
        ) : null}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={known ? 100 : undefined}
        aria-valuenow={known ? Math.round(share * 100) : undefined}
        aria-valuetext={details.length === 0 ? undefined : details.join(', ')}
        className="relative h-2 overflow-hidden rounded-full border border-line bg-sunken"
      >
        <div
          className={cn(
            'h-full rounded-full',
            toneFill[tone],
            known
              ? 'transition-[width] duration-300'
              : 'w-1/3 animate-sweep motion-reduce:w-full motion-reduce:opacity-50',
          )}
          style={known ? { width: `${share * 100}%` } : undefined}
        />
      </div>
      {details.length === 0 ? null : (
        <p className="mt-1 flex flex-wrap gap-x-3 text-xs tabular-nums text-fg-muted">
          {details.map((detail) => (
            <span key={detail}>{detail}</span>
          ))}
        </p>
      )}
    </div>
  );
}

export type ProgressRingProps = { label: string; share: number; size?: number | undefined };

/** A share of a whole as a ring. `share` is 0 to 1. */
export function ProgressRing({ label, share, size = 40 }: ProgressRingProps) {
  const { locale } = useUi();
  const clamped = Math.min(Math.max(share, 0), 1);
  const turn = 2 * Math.PI * 16;
  return (
    <span
      role="img"
      aria-label={`${label}: ${formatNumber(clamped, locale, 'percent', 0)}`}
      className="relative inline-flex items-center justify-center"
    >
      <svg aria-hidden="true" width={size} height={size} viewBox="0 0 40 40" className="-rotate-90">
        <circle cx={20} cy={20} r={16} fill="none" strokeWidth={4} className="stroke-line" />
        <circle
          cx={20}
          cy={20}
          r={16}
          fill="none"
          strokeWidth={4}
          strokeLinecap="round"
          strokeDasharray={`${turn * clamped} ${turn}`}
          className="stroke-accent"
        />
      </svg>
      {size < 48 ? null : (
        <span className="absolute text-xs font-medium tabular-nums">
          {formatNumber(clamped, locale, 'percent', 0)}
        </span>
      )}
    </span>
  );
}
