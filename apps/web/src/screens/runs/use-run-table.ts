'use client';

import { useMemo } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPCClient } from '~/trpc/client.tsx';
import type { TableAdapter } from '../data/table-adapter.ts';
import { runDownloads } from './run-downloads.ts';
import type { RunView } from './use-run.ts';

/** The rows of a run for the data browser and for building filters. They are synthetic, so nothing is masked. */
export function useRunTable(run: Pick<RunView, 'id' | 'name' | 'rows' | 'columns'>): TableAdapter {
  const client = useTRPCClient();
  const { organisation } = useOrg();
  const { id: runId, name, rows, columns } = run;
  // The columns come anew with each look at a run under way; what they say decides.
  const text = JSON.stringify(columns);
  return useMemo((): TableAdapter => {
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
}
