'use client';

import type { DatasetRef } from '@assay/contracts';
import { useQueries } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

const SPLITS = ['fit', 'tune', 'fit-and-tune'] as const;
const WITH_ROWS = new Set(['GENERATED', 'VALIDATING', 'READY', 'BLOCKED']);

export type DatasetOption = { value: string; label: string; group: string; ref: DatasetRef };

/** A table of a project as the value of a choice. */
export function datasetValue(ref: DatasetRef): string {
  return ref.kind === 'run' ? `run:${ref.runId}` : `version:${ref.versionId}:${ref.split}`;
}

/** Everything in a project that a report can compare: rows of runs, and splits of the current source versions. */
export function useDatasets(projectId: string): {
  options: DatasetOption[];
  pending: boolean;
  error: unknown;
} {
  const t = useTranslations('reports.start');
  const trpc = useTRPC();
  const runs = useQuery(trpc.run.list.queryOptions({ projectId, limit: 100 }));
  const sources = useQuery(trpc.source.list.queryOptions({ projectId, limit: 100, cursor: null }));
  const details = useQueries({
    queries: (sources.data?.sources ?? []).map((source) =>
      trpc.source.get.queryOptions({ sourceId: source.id }),
    ),
  });
  const ofRuns = (runs.data?.runs ?? [])
    .filter((run) => WITH_ROWS.has(run.status))
    .map((run): DatasetOption => {
      const ref: DatasetRef = { kind: 'run', runId: run.id };
      const label = t('run', { number: run.number, name: run.name });
      return { value: datasetValue(ref), label, group: t('runs'), ref };
    });
  const ofSources = details.flatMap(({ data: source }) =>
    source === undefined
      ? []
      : source.versions
          .filter((version) => version.status === 'READY')
          .flatMap((version) =>
            SPLITS.map((split): DatasetOption => {
              const ref: DatasetRef = { kind: 'sourceVersion', versionId: version.id, split };
              const label = t('version', {
                name: source.name,
                number: version.number,
                split: t(`split.${split}`),
              });
              return { value: datasetValue(ref), label, group: t('sources'), ref };
            }),
          ),
  );
  return {
    options: [...ofRuns, ...ofSources],
    pending: runs.isPending || sources.isPending || details.some((each) => each.isPending),
    error: runs.error ?? sources.error,
  };
}
