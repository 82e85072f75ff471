'use client';

import { Button, DropdownMenu } from '@assay/ui';
import { Download, Gavel, GitCompareArrows, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { CompareDialog } from './compare-dialog.tsx';
import { JudgeDialog } from './judge-dialog.tsx';
import type { ReportView } from './report-types.ts';

/** What one does with a finished report. */
export function ReportActions({ report, mayJudge }: { report: ReportView; mayJudge: boolean }) {
  const t = useTranslations('reports.actions');
  const { organisation } = useOrg();
  const [open, setOpen] = useState<'judge' | 'compare' | null>(null);
  const file = (name: string) =>
    `/api/reports/${report.id}/${name}?org=${encodeURIComponent(organisation.slug)}`;
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button icon={<Gavel aria-hidden />} onClick={() => setOpen('judge')}>
        {t('judge')}
      </Button>
      <Button icon={<GitCompareArrows aria-hidden />} onClick={() => setOpen('compare')}>
        {t('compare')}
      </Button>
      <DropdownMenu
        label={t('download')}
        trigger={<Button icon={<Download aria-hidden />}>{t('download')}</Button>}
        groups={[
          {
            id: 'files',
            items: [
              {
                id: 'html',
                label: t('html'),
                onSelect: () => window.location.assign(file('report.html')),
              },
              {
                id: 'pdf',
                label: t('pdf'),
                onSelect: () => window.location.assign(file('report.pdf')),
              },
              {
                id: 'json',
                label: t('json'),
                onSelect: () => window.location.assign(file('report.json')),
              },
              {
                id: 'print',
                label: t('print'),
                icon: <Printer aria-hidden />,
                // The menu closes first, so that it is not on the paper.
                onSelect: () => requestAnimationFrame(() => window.print()),
              },
            ],
          },
        ]}
      />
      {open === 'judge' ? (
        <JudgeDialog report={report} mayJudge={mayJudge} onClose={() => setOpen(null)} />
      ) : null}
      {open === 'compare' ? <CompareDialog report={report} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}
