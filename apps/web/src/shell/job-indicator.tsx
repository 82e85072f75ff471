'use client';

import { LinkButton, Spinner } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useOrg } from './org-context.tsx';

/** How many jobs are at work, while there are any; it leads to them. */
export function JobIndicator() {
  const t = useTranslations('shell');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { data } = useQuery(trpc.job.counts.queryOptions());
  const count = (data?.RUNNING ?? 0) + (data?.QUEUED ?? 0);
  if (count === 0) return null;
  return (
    <LinkButton
      href={path('/jobs')}
      variant="quiet"
      icon={<Spinner />}
      aria-label={t('jobsUnderWay', { count })}
      title={t('jobsUnderWay', { count })}
    >
      <span className="tabular-nums">{count}</span>
    </LinkButton>
  );
}
