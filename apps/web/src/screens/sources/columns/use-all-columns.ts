'use client';

import { useTRPCClient } from '~/trpc/client.tsx';
import type { Column } from './use-edit-columns.ts';

const AT_ONCE = 1000;

/** Fetches the whole dictionary, for export and for comparing a file with it. */
export function useAllColumns(versionId: string): () => Promise<Column[]> {
  const client = useTRPCClient();
  return async () => {
    const all: Column[] = [];
    for (;;) {
      const page = await client.sourceVersion.columns.query({
        versionId,
        search: '',
        offset: all.length,
        limit: AT_ONCE,
      });
      all.push(...page.columns);
      if (page.columns.length === 0 || all.length >= page.total) return all;
    }
  };
}
