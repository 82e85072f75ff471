'use client';

import { ErrorState, LinkButton, PageHeader, SkeletonPage } from '@assay/ui';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { refusalOf } from '~/trpc/client.tsx';

export type Loaded<T> = {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  isFetching?: boolean;
  refetch: () => unknown;
};

/**
 * One query's part of a page: loading, failed (with what to do next and a retry), or what `children` makes of it.
 * With `title` it stands for the whole page, which then keeps its heading in every state.
 */
export function QueryState<T>({
  query,
  loading,
  title,
  children,
}: {
  query: Loaded<T>;
  loading?: ReactNode;
  title?: string | undefined;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  const heading = title === undefined ? null : <PageHeader title={title} />;
  if (query.isPending) {
    return (
      <>
        {title === undefined ? null : <h1 className="sr-only">{title}</h1>}
        {loading ?? <SkeletonPage />}
      </>
    );
  }
  return (
    <>
      {heading}
      <Failure error={query.error} onRetry={query.refetch} retrying={query.isFetching === true} />
    </>
  );
}

/** A refusal in full. What a retry cannot change offers the way that can. */
export function Failure({
  error,
  onRetry,
  retrying,
}: {
  error: unknown;
  onRetry: () => unknown;
  retrying: boolean;
}) {
  const t = useTranslations('common');
  const pathname = usePathname();
  const refusal = refusalOf(error);
  const signedOut = refusal.code === 'unauthenticated';
  const isFinal = signedOut || refusal.code === 'not-found' || refusal.code === 'forbidden';
  return (
    <ErrorState
      title={refusal.message}
      {...(refusal.kept === null ? {} : { kept: refusal.kept })}
      {...(refusal.next === null ? {} : { next: refusal.next })}
      {...(refusal.requestId === null || isFinal ? {} : { reference: refusal.requestId })}
      {...(isFinal ? {} : { onRetry: () => onRetry(), retrying })}
      actions={
        signedOut ? (
          <LinkButton variant="primary" href={`/sign-in?next=${encodeURIComponent(pathname)}`}>
            {t('signInAgain')}
          </LinkButton>
        ) : isFinal ? (
          <LinkButton href="/">{t('goHome')}</LinkButton>
        ) : undefined
      }
    />
  );
}
