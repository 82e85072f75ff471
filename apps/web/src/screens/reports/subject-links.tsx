'use client';

import type { DatasetRef } from '@assay/contracts';
import { TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useNumbers } from './report-figures.tsx';
import type { ReportView } from './report-types.ts';

const hrefOf = (ref: DatasetRef) =>
  ref.kind === 'run' ? `/runs/${ref.runId}` : `/versions/${ref.versionId}`;

/** What was compared with what, each leading there. */
export function SubjectLinks({ report }: { report: ReportView }) {
  const t = useTranslations('reports.subjects');
  const { path } = useOrg();
  const { count } = useNumbers();
  const { subjects, document } = report;
  const rows = (side: 'synthetic' | 'real' | 'unseen') => {
    const input = document?.inputs[side];
    return input === null || input === undefined ? '' : ` (${t('rows', { rows: count(input.rows) })})`;
  };
  const sides = (['synthetic', 'real', 'unseen'] as const).flatMap((side) => {
    const ref = subjects[side];
    return ref === null ? [] : [{ side, ref }];
  });
  return (
    <>
      {sides.map(({ side, ref }) => (
        <span key={side}>
          <TextLink href={path(hrefOf(ref))}>{t(side)}</TextLink>
          {rows(side)}
        </span>
      ))}
    </>
  );
}
