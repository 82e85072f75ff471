'use client';

import type { PhysicalType } from '@assay/contracts';
import { skipToken } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useAllColumns } from '../../data/use-all-columns.ts';

type Column = { name: string; type: string; physical: PhysicalType };

/** The label's id, beside the columns of a sample. */
const LABEL: Column = { name: 'label', type: 'text', physical: 'VARCHAR' };

/** Columns that rules and examples speak of: those of one source of the project, and `label`. */
export function useSampleColumns(projectId: string, mayRead: boolean) {
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<string | null>(null);
  const sources = useQuery(trpc.source.list.queryOptions(mayRead ? { projectId, limit: 200 } : skipToken));
  const listed = (sources.data?.sources ?? []).filter((source) => source.erasedAt === null);
  const sourceId = chosen ?? listed[0]?.id ?? null;
  const source = useQuery(trpc.source.get.queryOptions(sourceId === null ? skipToken : { sourceId }));
  const columns = useAllColumns(source.data?.currentVersionId ?? null);
  const found: Column[] = (columns.data ?? []).map(({ name, type, physical }) => ({ name, type, physical }));
  return {
    sources: listed.map(({ id, name }) => ({ value: id, label: name })),
    sourceId,
    choose: setChosen,
    /** Are the columns of a source among them? */
    known: found.length > 0,
    columns: found.some(({ name }) => name.toLowerCase() === LABEL.name) ? found : [...found, LABEL],
  };
}

export type SampleColumns = ReturnType<typeof useSampleColumns>;
