import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

export type KeyValueItem = { key: string; label: ReactNode; value: ReactNode; hint?: ReactNode };
export type KeyValueProps = {
  items: readonly KeyValueItem[];
  /** Terms above their values instead of beside them. */
  stacked?: boolean | undefined;
  className?: string | undefined;
};

export function KeyValue({ items, stacked = false, className }: KeyValueProps) {
  return (
    <dl className={cn('divide-y divide-line text-sm', className)}>
      {items.map((item) => (
        <div
          key={item.key}
          className={cn(
            'py-2',
            stacked ? '' : 'sm:grid sm:grid-cols-[min(14rem,38%)_minmax(0,1fr)] sm:gap-4',
          )}
        >
          <dt className="text-fg-muted">{item.label}</dt>
          <dd className="min-w-0 text-fg wrap-anywhere">
            {item.value}
            {item.hint === undefined ? null : <div className="mt-0.5 text-xs text-fg-muted">{item.hint}</div>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
