'use client';

import { scenarioCoverage } from '@assay/domain';
import { Card, Select, Skeleton } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import type { Coverage } from './use-coverage.ts';

/** In which rows scenarios are counted, and how many of them these cover. */
export function CoverageBar({ coverage }: { coverage: Coverage }) {
  const t = useTranslations('scenarios.coverage');
  const { runs, versions, of, scenarios, loading, counting, error } = coverage;
  if (!coverage.reads) return null;
  if (error !== null) return <RefusalCallout error={error} onReload={coverage.retry} />;
  if (loading) return <Skeleton className="h-16" />;
  if (of === null) return <p className="text-sm text-fg-secondary">{t('noRows')}</p>;
  const value = of.kind === 'run' ? `run:${of.runId}` : `version:${of.versionId}`;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Select
          aria-label={t('countedIn')}
          className="w-full sm:w-72"
          value={value}
          onChange={(event) => coverage.choose(event.currentTarget.value)}
          options={[
            ...runs.map((run) => ({
              value: `run:${run.id}`,
              label: t('run', { number: run.number, name: run.name }),
              group: t('runs'),
            })),
            ...versions.map((version) => ({
              value: `version:${version.id}`,
              label: t('version', { number: version.number, message: version.message }),
              group: t('versions'),
            })),
          ]}
        />
        <p role="status" className="min-w-0 flex-1 basis-64 text-sm text-fg-secondary">
          {counting && scenarios === null ? t('counting') : <Says coverage={coverage} />}
        </p>
      </div>
    </Card>
  );
}

function Says({ coverage: { scenarios } }: { coverage: Coverage }) {
  const t = useTranslations('scenarios.coverage');
  if (scenarios === null) return null;
  const all = scenarioCoverage(scenarios);
  const must = scenarioCoverage(scenarios, 'must');
  return [
    `${t('of', { rows: scenarios.rows })}:`,
    t('says', { covered: all.covered, expressed: all.expressed }),
    ...(must.all === 0 ? [] : [t('mustSays', { covered: must.covered, expressed: must.expressed })]),
    t('unexpressed', { count: all.all - all.expressed }),
  ].join(' ');
}
