'use client';

import type { AnyDatasetRef } from '@assay/contracts';
import { TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { releasePath } from '../releases/use-release.ts';
import { versionPath } from '../versions/use-version.ts';
import { useNumbers } from './report-figures.tsx';
import type { ReportView } from './report-types.ts';

const hrefOf = (ref: AnyDatasetRef, projectId: string): string => {
  switch (ref.kind) {
    case 'run':
      return `/runs/${ref.runId}`;
    case 'version':
      return versionPath(projectId, ref.versionId);
    default:
      return `/versions/${ref.versionId}`;
  }
};

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
          <TextLink href={path(hrefOf(ref, report.projectId))}>{t(side)}</TextLink>
          {rows(side)}
        </span>
      ))}
      {report.releaseId === null ? null : (
        <TextLink href={path(releasePath(report.releaseId))}>{t('release')}</TextLink>
      )}
    </>
  );
}
