'use client';

import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { fill } from '../lib/fill.ts';
import { formatInterval, formatNumber, type NumberStyle } from '../lib/format.ts';
import { UiLink, useLabels, useUi } from '../lib/ui-provider.tsx';

export type StatProps = {
  label: string;
  /** `null` when there is no value: then say why in `reason`. */
  value: number | null;
  reason?: string | undefined;
  format?: NumberStyle | undefined;
  digits?: number | undefined;
  unit?: string | undefined;
  interval?: { low: number; high: number; level?: number | undefined } | undefined;
  n?: number | undefined;
  /** Change against what came before; `good` says which way is welcome. */
  delta?: { value: number; format?: NumberStyle | undefined; good?: 'up' | 'down' | undefined } | undefined;
  /** Opens "what is this number". */
  onOpen?: (() => void) | undefined;
  href?: string | undefined;
  /** A sparkline or a badge. */
  aside?: ReactNode;
  className?: string | undefined;
  labels?: Partial<UiLabels['measure']> | undefined;
};

/** A figure with its uncertainty; it can be opened to see what it means. */
export function Stat(props: StatProps) {
  const { label, value, format = 'plain', digits, unit, interval, n, delta } = props;
  const t = useLabels('measure', props.labels);
  const { locale } = useUi();
  const openLabel = fill(t.whatIs, { name: label });
  const opener = cn(
    'inline-flex min-h-6 items-center rounded-sm text-left text-sm text-fg-secondary',
    'underline decoration-dotted decoration-fg-muted underline-offset-4 hover:text-accent-text hover:decoration-current tap',
  );
  return (
    <div className={cn('flex min-w-0 flex-col gap-1', props.className)}>
      <div className="flex items-start justify-between gap-2">
        {props.href !== undefined ? (
          <UiLink href={props.href} title={openLabel} className={opener}>
            {label}
          </UiLink>
        ) : props.onOpen !== undefined ? (
          <button type="button" title={openLabel} onClick={props.onOpen} className={opener}>
            {label}
          </button>
        ) : (
          <span className="inline-flex min-h-6 items-center text-sm text-fg-secondary">{label}</span>
        )}
        {props.aside}
      </div>
      <div className="flex flex-wrap items-baseline gap-x-2">
        {value === null ? (
          <span className="text-base font-medium text-fg-muted">{t.notAvailable}</span>
        ) : (
          <span className="text-2xl font-semibold tracking-tight tabular-nums text-fg">
            {formatNumber(value, locale, format, digits)}
            {unit === undefined ? null : (
              <span className="ml-1 text-sm font-medium tracking-normal text-fg-muted">{unit}</span>
            )}
          </span>
        )}
        {delta === undefined ? null : <Delta {...delta} locale={locale} word={t.change} />}
      </div>
      {value === null && props.reason !== undefined ? (
        <p className="text-xs text-fg-muted">{props.reason}</p>
      ) : null}
      {interval === undefined && n === undefined ? null : (
        <p className="flex flex-wrap gap-x-3 text-xs tabular-nums text-fg-muted">
          {interval === undefined ? null : (
            <span>
              {interval.level === undefined
                ? ''
                : `${fill(t.intervalLevel, { level: formatNumber(interval.level, locale, 'percent') })} `}
              {formatInterval(interval.low, interval.high, locale, format, digits)}
            </span>
          )}
          {n === undefined ? null : (
            <span>
              {t.count} = {formatNumber(n, locale)}
            </span>
          )}
        </p>
      )}
    </div>
  );
}

type DeltaProps = NonNullable<StatProps['delta']> & { locale: string; word: string };

function Delta({ value, format = 'plain', good, locale, word }: DeltaProps) {
  const Icon = value > 0 ? ArrowUpRight : value < 0 ? ArrowDownRight : ArrowRight;
  const welcome = good === undefined || value === 0 ? undefined : value > 0 === (good === 'up');
  const sign = value > 0 ? '+' : '';
  return (
    <span
      className={cn(
        'inline-flex items-center gap-0.5 text-xs font-medium tabular-nums',
        welcome === undefined ? 'text-fg-secondary' : welcome ? 'text-good-text' : 'text-bad-text',
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      <span className="sr-only">{word}: </span>
      {sign}
      {formatNumber(value, locale, format)}
    </span>
  );
}
