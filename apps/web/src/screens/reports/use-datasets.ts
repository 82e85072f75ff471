'use client';

import type { DatasetRef } from '@assay/contracts';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '~/trpc/client.tsx';

const SPLITS = ['fit', 'tune', 'fit-and-tune'] as const;
const WITH_ROWS = new Set(['GENERATED', 'VALIDATING', 'READY', 'BLOCKED']);

export type DatasetOption = { value: string; label: string; group: string; ref: DatasetRef };

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
    .map(
      (run): DatasetOption => ({
        value: `run:${run.id}`,
        label: t('run', { number: run.number, name: run.name }),
        group: t('runs'),
        ref: { kind: 'run', runId: run.id },
      }),
    );
  const ofSources = details.flatMap(({ data: source }) =>
    source === undefined
      ? []
      : source.versions
          .filter((version) => version.status === 'READY')
          .flatMap((version) =>
            SPLITS.map(
              (split): DatasetOption => ({
                value: `version:${version.id}:${split}`,
                label: t('version', {
                  name: source.name,
                  number: version.number,
                  split: t(`split.${split}`),
                }),
                group: t('sources'),
                ref: { kind: 'sourceVersion', versionId: version.id, split },
              }),
            ),
          ),
  );
  return {
    options: [...ofRuns, ...ofSources],
    pending: runs.isPending || sources.isPending || details.some((each) => each.isPending),
    error: runs.error ?? sources.error,
  };
}
