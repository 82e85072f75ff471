'use client';

import { EmptyState, LinkButton, SkeletonRows } from '@assay/ui';
import { EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { Failure } from '~/shell/page-states.tsx';
import type { Source, useMay, VersionSummary } from '../sources/use-source.ts';
import { TableBrowser } from './table-browser.tsx';
import { useSourceTable } from './use-source-table.ts';
import { VersionPage } from './version-page.tsx';

/** The rows of a source. */
export function SourceRows({ sourceId }: { sourceId: string }) {
  const t = useTranslations('data.rows');
  const { path } = useOrg();
  return (
    <VersionPage sourceId={sourceId}>
      {({ source, version, may, mayNot }) =>
        mayNot('source.readRows') ? (
          <EmptyState
            icon={<EyeOff aria-hidden />}
            title={t('notAllowed')}
            action={<LinkButton href={path(`/sources/${sourceId}/profile`)}>{t('toProfile')}</LinkButton>}
          />
        ) : (
          <VersionRows key={version.id} source={source} version={version} may={may} />
        )
      }
    </VersionPage>
  );
}

function VersionRows({
  source,
  version,
  may,
}: {
  source: Source;
  version: VersionSummary;
  may: ReturnType<typeof useMay>['may'];
}) {
  const { table, error, refetch } = useSourceTable(source, version, may);
  if (table !== null) return <TableBrowser table={table} />;
  return error === null ? (
    <SkeletonRows rows={12} />
  ) : (
    <Failure error={error} onRetry={refetch} retrying={false} />
  );
}
