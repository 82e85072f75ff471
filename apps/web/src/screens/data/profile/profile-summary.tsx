'use client';

import type { TableProfile } from '@assay/contracts';
import { Button, Card, Stat } from '@assay/ui';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useMeasurements } from '../../measurements/use-measurements.ts';
import type { VersionSummary } from '../../sources/use-source.ts';
import { profileCsv } from './profile-csv.ts';
import { saveFile } from './save-file.ts';

/** The figures of the whole table; those that are measurements open as such. */
export function ProfileSummary({ profile, version }: { profile: TableProfile; version: VersionSummary }) {
  const t = useTranslations('data.profile');
  const { path } = useOrg();
  const { find } = useMeasurements(version.id, ['rows', 'duplicate-rows']);
  const cells = profile.rows * profile.columns.length;
  const missing = profile.columns.reduce((sum, column) => sum + column.missing, 0);
  const link = (metric: 'rows' | 'duplicate-rows') => {
    const measurement = find(metric);
    return measurement === undefined ? {} : { href: path(`/measurements/${measurement.id}`) };
  };
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="grid min-w-0 flex-1 basis-full grid-cols-2 sm:basis-0 gap-4 sm:grid-cols-4">
          <Stat label={t('rows')} value={profile.rows} {...link('rows')} />
          <Stat label={t('columns')} value={profile.columns.length} />
          <Stat
            label={t('missing')}
            value={cells === 0 ? null : missing / cells}
            format="percent"
            digits={2}
            reason={t('noMeasure')}
          />
          <Stat label={t('duplicates')} value={profile.duplicateRows} {...link('duplicate-rows')} />
        </div>
        <Button
          icon={<Download aria-hidden />}
          onClick={() =>
            saveFile(`profile-version-${version.number}.csv`, 'text/csv;charset=utf-8', profileCsv(profile))
          }
        >
          {t('download')}
        </Button>
      </div>
    </Card>
  );
}
