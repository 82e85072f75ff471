'use client';

import { cn } from '../lib/cn.ts';
import { useLabels } from '../lib/ui-provider.tsx';

const bone = 'animate-pulse rounded-md bg-line motion-reduce:animate-none';

/** A grey place for what is coming; purely visual. */
export function Skeleton({ className }: { className?: string | undefined }) {
  return <span aria-hidden className={cn('block h-4', bone, className)} />;
}

export type SkeletonBlockProps = { rows?: number | undefined; label?: string | undefined };

/** A list or table that is loading; says so once. */
export function SkeletonRows({ rows = 5, label }: SkeletonBlockProps) {
  const t = useLabels('common');
  return (
    <div role="status" className="space-y-3 p-4">
      <span className="sr-only">{label ?? t.loading}</span>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <span key={row} aria-hidden className="flex gap-4">
          <Skeleton className="w-1/4" />
          <Skeleton className={row % 2 === 0 ? 'w-2/5' : 'w-1/3'} />
          <Skeleton className="ml-auto w-16" />
        </span>
      ))}
    </div>
  );
}

/** A whole page that is loading: header, figures, a card. */
export function SkeletonPage({ label }: { label?: string | undefined }) {
  const t = useLabels('common');
  return (
    <div role="status" className="space-y-6">
      <span className="sr-only">{label ?? t.loading}</span>
      <div className="space-y-2">
        <Skeleton className="w-40" />
        <Skeleton className="h-8 w-72 max-w-full" />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
        <Skeleton className="h-24" />
      </div>
      <Skeleton className="h-64" />
    </div>
  );
}
