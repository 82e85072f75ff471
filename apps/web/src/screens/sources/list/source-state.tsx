'use client';

import type { AppRouter } from '@assay/api';
import { TextLink } from '@assay/ui';
import type { inferRouterOutputs } from '@trpc/server';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { isPending, VersionStatus } from '../version-status.tsx';

export type ListedSource = inferRouterOutputs<AppRouter>['source']['list']['sources'][number];

/** Where the newest version stands; what waits for somebody leads there. */
export function SourceState({ source }: { source: ListedSource }) {
  const t = useTranslations('sources.list');
  const { path } = useOrg();
  if (source.erasedAt !== null) return <VersionStatus status="ERASED" />;
  if (source.latest === null) return '–';
  const { status, id } = source.latest;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <VersionStatus status={status} />
      {isPending(status) ? (
        <TextLink href={path(`/sources/${source.id}/import/${id}`)} className="text-sm">
          {t('continue')}
        </TextLink>
      ) : null}
    </span>
  );
}
