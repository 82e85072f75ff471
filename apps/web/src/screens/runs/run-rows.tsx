'use client';

import { hasRunRows } from '@assay/domain';
import { EmptyState } from '@assay/ui';
import { EyeOff, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { TableBrowser } from '../data/table-browser.tsx';
import { type RunView, useRun } from './use-run.ts';
import { useRunTable } from './use-run-table.ts';

/** The rows of a run in the data browser. They are synthetic, so nothing is masked. */
export function RunRows({ runId }: { runId: string }) {
  const t = useTranslations('runs.rows');
  const { run, mayNot } = useRun(runId);
  if (run.data === undefined) return null;
  if (mayNot('run.readRows')) {
    return (
      <EmptyState
        icon={<EyeOff aria-hidden />}
        title={t('notAllowedTitle')}
        description={t('notAllowedBody')}
      />
    );
  }
  if (!hasRunRows(run.data.status)) {
    return (
      <EmptyState icon={<Table2 aria-hidden />} title={t('notYetTitle')} description={t('notYetBody')} />
    );
  }
  return <Rows run={run.data} />;
}

function Rows({ run }: { run: RunView }) {
  const table = useRunTable(run);
  return <TableBrowser table={table} />;
}
