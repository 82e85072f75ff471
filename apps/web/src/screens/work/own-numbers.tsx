'use client';

import { formatDuration, Tooltip, useUi } from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

/** Midnight where the person is. */
function midnight(): string {
  const today = new Date();
  today.setHours(0, 0, 0, 0);
  return today.toISOString();
}

/** What one did today, seen by nobody else here. */
export function OwnNumbers({ projectId, taken }: { projectId: string; taken: number }) {
  const t = useTranslations('work.numbers');
  const trpc = useTRPC();
  const { locale } = useUi();
  const [since] = useState(midnight);
  const own = useQuery(
    trpc.task.ownNumbers.queryOptions({ projectId, since }, { placeholderData: keepPreviousData }),
  );
  const { refetch } = own;
  useEffect(() => {
    if (taken > 0) void refetch();
  }, [taken, refetch]);
  if (own.data === undefined) return null;
  const { submitted, medianActiveMs } = own.data;
  return (
    <Tooltip content={t('about')}>
      <button
        type="button"
        className="-mx-2 rounded-md px-2 py-1 text-sm text-fg-secondary tabular-nums pointer-coarse:min-h-11"
      >
        {t('today', { count: submitted })}
        {medianActiveMs === null ? null : (
          <span className="text-fg-muted">
            {' · '}
            {t('median', { time: formatDuration(medianActiveMs, locale) })}
          </span>
        )}
      </button>
    </Tooltip>
  );
}
