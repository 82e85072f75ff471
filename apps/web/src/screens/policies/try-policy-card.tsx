'use client';

import { Callout, Card, Field, Select, SkeletonRows } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { GateTable } from '../reports/gates-card.tsx';
import { verdictTone } from '../reports/report-types.ts';

/** What a finished report would be by this policy, as it is saved. Nothing is changed. */
export function TryPolicyCard({ projectId, policyRef }: { projectId: string; policyRef: string }) {
  const t = useTranslations('policies.try');
  const words = useTranslations('reports.verdict');
  const trpc = useTRPC();
  const [reportId, setReportId] = useState('');
  const reports = useQuery(trpc.report.list.queryOptions({ projectId, limit: 50 }));
  const tried = useQuery(
    trpc.report.tryPolicy.queryOptions(reportId === '' ? skipToken : { reportId, policyRef }),
  );
  const ready = (reports.data?.reports ?? []).filter((report) => report.status === 'READY');
  return (
    <Card title={t('title')} description={t('about')}>
      <div className="flex flex-col gap-4">
        {reports.data !== undefined && ready.length === 0 ? (
          <p className="text-sm text-fg-muted">{t('none')}</p>
        ) : (
          <Field label={t('report')} className="max-w-lg">
            <Select
              value={reportId}
              placeholder={t('choose')}
              options={ready.map((report) => ({ value: report.id, label: report.name }))}
              onChange={(event) => setReportId(event.currentTarget.value)}
            />
          </Field>
        )}
        <RefusalCallout error={reports.error ?? tried.error} />
        {reportId === '' ? null : tried.data === undefined ? (
          tried.error === null ? (
            <SkeletonRows rows={5} />
          ) : null
        ) : (
          <>
            <Callout tone={verdictTone[tried.data.verdict]} title={words(tried.data.verdict)} />
            <GateTable gates={tried.data.gates} />
          </>
        )}
      </div>
    </Card>
  );
}
