'use client';

import { hasRunRows } from '@assay/domain';
import { EmptyState } from '@assay/ui';
import { EyeOff, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPCClient } from '~/trpc/client.tsx';
import type { TableAdapter } from '../data/table-adapter.ts';
import { TableBrowser } from '../data/table-browser.tsx';
import { runDownloads } from './run-downloads.ts';
import { type RunView, useRun } from './use-run.ts';

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
  const client = useTRPCClient();
  const { organisation } = useOrg();
  const { id: runId, name, rows, columns } = run;
  // The columns come anew with each look at a run under way; what they say decides.
  const text = JSON.stringify(columns);
  const table = useMemo((): TableAdapter => {
    const infos: RunView['columns'] = JSON.parse(text);
    return {
      key: runId,
      name,
      totalRows: rows ?? 0,
      columns: infos.map((column) => ({ ...column, maskedReason: null })),
      load: (request) => client.run.rows.query({ runId, ...request }),
      stats: null,
      distribution: () => null,
      rowHref: null,
      downloads: runDownloads(runId, organisation.slug),
      loadClear: null,
      views: null,
    };
  }, [runId, name, rows, text, client, organisation.slug]);
  return <TableBrowser table={table} />;
}
