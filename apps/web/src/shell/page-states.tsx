'use client';

import { ErrorState, SkeletonPage } from '@assay/ui';
import type { ReactNode } from 'react';
import { refusalOf } from '~/trpc/client.tsx';

type Loaded<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown };

/** One query's page: loading, failed (with what to do next and a retry), or what `children` makes of it. */
export function QueryState<T>({
  query,
  loading,
  children,
}: {
  query: Loaded<T>;
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending) return loading ?? <SkeletonPage />;
  const refusal = refusalOf(query.error);
  return (
    <ErrorState
      title={refusal.message}
      {...(refusal.kept === null ? {} : { kept: refusal.kept })}
      {...(refusal.next === null ? {} : { next: refusal.next })}
      {...(refusal.requestId === null ? {} : { reference: refusal.requestId })}
      onRetry={() => query.refetch()}
    />
  );
}
