'use client';

import { cn } from '../lib/cn.ts';
import { formatBytes, formatDuration, formatNumber, type NumberStyle } from '../lib/format.ts';
import { useUi } from '../lib/ui-provider.tsx';

export type NumberTextProps = {
  value: number;
  format?: NumberStyle | undefined;
  /** Most fraction digits. */
  digits?: number | undefined;
  unit?: string | undefined;
  locale?: string | undefined;
  className?: string | undefined;
};

export function NumberText({ value, format = 'plain', digits, unit, locale, className }: NumberTextProps) {
  const ui = useUi();
  return (
    <span className={cn('tabular-nums', className)}>
      {formatNumber(value, locale ?? ui.locale, format, digits)}
      {unit === undefined ? null : ` ${unit}`}
    </span>
  );
}

/** A count of bytes, e.g. "1.2 MB"; the exact count on hover. */
export function Bytes({
  value,
  locale,
  className,
}: {
  value: number;
  locale?: string | undefined;
  className?: string | undefined;
}) {
  const ui = useUi();
  return (
    <span className={cn('tabular-nums', className)} title={formatNumber(value, locale ?? ui.locale)}>
      {formatBytes(value, locale ?? ui.locale)}
    </span>
  );
}

/** A span of milliseconds, e.g. "2 hr 5 min". */
export function Duration({
  ms,
  locale,
  className,
}: {
  ms: number;
  locale?: string | undefined;
  className?: string | undefined;
}) {
  const ui = useUi();
  return <span className={cn('tabular-nums', className)}>{formatDuration(ms, locale ?? ui.locale)}</span>;
}
