'use client';

import { KeyValue, Popover, Skeleton, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useNumbers } from './report-figures.tsx';

/** A synthetic row by its number, which opens what stands in it. Rows count from 1 for people. */
export function RowLink({ runId, row }: { runId: string | null; row: number }) {
  const t = useTranslations('reports');
  const { count } = useNumbers();
  const [open, setOpen] = useState(false);
  const words = t('row', { n: count(row + 1) });
  if (runId === null) return <>{words}</>;
  return (
    <Popover
      label={words}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button
          type="button"
          className="min-h-6 rounded-sm text-left text-accent-text underline underline-offset-2"
        >
          {words}
        </button>
      }
    >
      {open ? <Row runId={runId} row={row} title={words} /> : null}
    </Popover>
  );
}

function Row({ runId, row, title }: { runId: string; row: number; title: string }) {
  const t = useTranslations('reports');
  const trpc = useTRPC();
  const { path } = useOrg();
  const query = useQuery(trpc.run.rows.queryOptions({ runId, offset: row, limit: 1 }));
  if (query.data === undefined) {
    return query.error === null ? <Skeleton className="h-40" /> : <RefusalCallout error={query.error} />;
  }
  const cells = query.data.rows[0]?.cells ?? [];
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm font-medium">{title}</p>
      <KeyValue
        items={query.data.columns.map((name, at) => ({
          key: name,
          label: name,
          value: cells[at] === null || cells[at] === undefined ? t('missing') : String(cells[at]),
        }))}
      />
      <p className="text-sm">
        <TextLink href={path(`/runs/${runId}/rows`)}>{t('allRows')}</TextLink>
      </p>
    </div>
  );
}
