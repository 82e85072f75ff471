'use client';

import type { GateResult } from '@assay/contracts';
import { StatusBadge } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { gateTone, isOpen, type ListedReport, verdictTone } from './report-types.ts';

/** The colour of a gate, in a word. */
export function GateStatus({ status }: { status: GateResult['status'] }) {
  const t = useTranslations('reports.status');
  return <StatusBadge tone={gateTone[status]}>{t(status)}</StatusBadge>;
}

/** What became of a report: its verdict, or where it stands until there is one. */
export function ReportState({ report }: { report: Pick<ListedReport, 'status' | 'verdict'> }) {
  const t = useTranslations('reports');
  if (report.status === 'READY' && report.verdict !== null) {
    return <StatusBadge tone={verdictTone[report.verdict]}>{t(`verdict.${report.verdict}`)}</StatusBadge>;
  }
  return (
    <StatusBadge tone={report.status === 'FAILED' ? 'bad' : 'accent'} pulse={isOpen(report.status)}>
      {t(`state.${report.status}`)}
    </StatusBadge>
  );
}
