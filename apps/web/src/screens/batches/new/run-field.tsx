'use client';

import { Callout, Combobox, Field, LinkButton } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';

/** The run whose rows people look at: one that was judged. */
export function RunField({
  projectId,
  runId,
  onRun,
  error,
}: {
  projectId: string;
  runId: string | null;
  onRun: (runId: string) => void;
  error: string | undefined;
}) {
  const t = useTranslations('batches.new');
  const words = useTranslations('runs');
  const trpc = useTRPC();
  const { path } = useOrg();
  const runs = useQuery(trpc.run.list.queryOptions({ projectId, limit: 200 }));
  const usable = (runs.data?.runs ?? []).filter(({ status }) => status === 'READY' || status === 'BLOCKED');
  return (
    <>
      {runs.data !== undefined && usable.length === 0 ? (
        <Callout
          tone="warn"
          actions={
            <LinkButton size="sm" href={path(`/projects/${projectId}/runs`)}>
              {t('toRuns')}
            </LinkButton>
          }
        >
          {t('noRun')}
        </Callout>
      ) : null}
      <Field label={t('run')} id="runId" required error={error}>
        <Combobox
          value={runId ?? undefined}
          options={usable.map((each) => ({
            value: each.id,
            label: `${words('numbered', { number: each.number })}: ${each.name}`,
            hint: [
              t('rowsOf', { rows: each.rows ?? 0 }),
              each.status === 'BLOCKED' ? t('blockedHint') : words(`status.${each.status}`),
            ].join(' · '),
          }))}
          onChange={onRun}
        />
      </Field>
    </>
  );
}
