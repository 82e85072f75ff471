'use client';

import { Callout, EmptyState, formatNumber, LinkButton, Select, SkeletonRows, useUi } from '@assay/ui';
import { Database } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import type { Source, VersionSummary } from '../sources/use-source.ts';
import { useVersion } from './use-version.ts';

type Shown = {
  source: Source;
  version: VersionSummary;
  may: ReturnType<typeof useVersion>['may'];
  mayNot: ReturnType<typeof useVersion>['mayNot'];
};

/** A page about one readable version, with the choice between versions; says how to begin while there is none. */
export function VersionPage({
  sourceId,
  children,
}: {
  sourceId: string;
  children: (shown: Shown) => ReactNode;
}) {
  const t = useTranslations('data');
  const { path } = useOrg();
  const { replace } = useUrlParams();
  const { locale } = useUi();
  const { source, version, readable, may, mayNot } = useVersion(sourceId);
  if (source === undefined) return <SkeletonRows rows={8} />;
  if (version === null) {
    return (
      <EmptyState
        icon={<Database aria-hidden />}
        title={t('noVersionTitle')}
        description={t('noVersionBody')}
        action={<LinkButton href={path(`/sources/${sourceId}/versions`)}>{t('noVersionAction')}</LinkButton>}
      />
    );
  }
  const name = (each: VersionSummary) =>
    t(each.id === source.currentVersionId ? 'version.current' : 'version.option', {
      number: each.number,
      rows: formatNumber(each.rows ?? 0, locale),
    });
  return (
    <div className="min-w-0 space-y-4">
      {readable.length < 2 ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <Select
            aria-label={t('version.label')}
            className="w-full sm:w-72"
            value={version.id}
            onChange={(event) => {
              const next = event.target.value;
              replace({ version: next === source.currentVersionId ? null : next });
            }}
            options={readable.map((each) => ({ value: each.id, label: name(each) }))}
          />
        </div>
      )}
      {version.id === source.currentVersionId ? null : (
        <Callout tone="warn" title={t('version.older', { number: version.number })} />
      )}
      {children({ source, version, may, mayNot })}
    </div>
  );
}
