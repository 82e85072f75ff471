'use client';

import { KeyValue, NumberText } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { Counts } from './use-version.ts';

/** What a version takes and what it leaves out, with the reason of each: before it is made, and after. */
export function CountsTable({ counts }: { counts: Counts }) {
  const t = useTranslations('versions.counts');
  const figure = (value: number) => <NumberText value={value} />;
  return (
    <KeyValue
      items={[
        { key: 'rows', label: t('rows'), value: figure(counts.rows) },
        ...counts.exclusions.map(({ reason, count }) => ({
          key: reason,
          label: t(`reason.${reason}`),
          value: <>−{figure(count)}</>,
        })),
        { key: 'samples', label: t('samples'), value: <strong>{figure(counts.samples)}</strong> },
        { key: 'labelled', label: t('labelled'), value: figure(counts.labelled) },
        ...counts.methods.map(({ method, count }) => ({
          key: `method ${method}`,
          label: t(`method.${method}`),
          value: figure(count),
        })),
        {
          key: 'annotations',
          label: t('annotations'),
          value: t('annotationsBy', { count: counts.annotations, people: counts.people }),
          ...(counts.investigation === 0
            ? {}
            : { hint: t('investigation', { count: counts.investigation }) }),
        },
      ]}
    />
  );
}
