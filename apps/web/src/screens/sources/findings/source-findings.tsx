'use client';

import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { NoVersionYet } from '../no-version-yet.tsx';
import { useSource } from '../use-source.ts';
import { FindingsList } from './findings-list.tsx';

/** Personal data found in the current version of a source. */
export function SourceFindings({ sourceId }: { sourceId: string }) {
  const { source, may } = useSource(sourceId);
  return (
    <QueryState query={source}>
      {(data) =>
        data.currentVersionId === null ? (
          <NoVersionYet source={data} />
        ) : (
          <FindingsOf versionId={data.currentVersionId} mayDecide={may('finding.decide')} />
        )
      }
    </QueryState>
  );
}

function FindingsOf({ versionId, mayDecide }: { versionId: string; mayDecide: boolean }) {
  const trpc = useTRPC();
  const findings = useQuery(trpc.sourceVersion.findings.queryOptions({ versionId }));
  return (
    <QueryState query={findings} loading={<LoadingCard />}>
      {(data) => <FindingsList versionId={versionId} findings={data} mayDecide={mayDecide} />}
    </QueryState>
  );
}
