'use client';

import type { Predicate } from '@assay/contracts';
import { Card, formatNumber, NumberText, Skeleton, useUi } from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { RunView } from '../../runs/use-run.ts';
import { ForecastText } from '../forecast-text.tsx';
import { type BatchDraft, dueMoment, howMany } from './draft.ts';
import { useSettled } from './use-settled.ts';

/** How many samples the draft takes and how long they will take, while one writes it. */
export function SizeCard({
  projectId,
  draft,
  predicate,
  run,
}: {
  projectId: string;
  draft: BatchDraft;
  predicate: Predicate | null;
  run: RunView | undefined;
}) {
  const t = useTranslations('batches.new');
  const trpc = useTRPC();
  const { locale } = useUi();
  const asked = useSettled(
    JSON.stringify(run === undefined || predicate === null ? null : { where: predicate, ...howMany(draft) }),
  );
  const count = useQuery({
    ...trpc.batch.countRows.queryOptions(
      run === undefined || asked === 'null' ? skipToken : { projectId, runId: run.id, ...JSON.parse(asked) },
    ),
    placeholderData: keepPreviousData,
  });
  const samples = run === undefined ? undefined : count.data?.samples;
  const tasks = samples === undefined || draft.overlap === null ? null : samples * draft.overlap;
  const people = draft.assignment === 'named' && draft.people.length > 0 ? [...draft.people] : null;
  const forecast = useQuery({
    ...trpc.batch.forecast.queryOptions(
      tasks === null || tasks === 0
        ? skipToken
        : { projectId, kind: draft.kind, labelSchemaId: draft.labelSchemaId, tasks, people },
    ),
    placeholderData: keepPreviousData,
  });
  return (
    <Card title={t('sizeTitle')}>
      <div aria-live="polite" className="flex flex-col gap-4 text-sm">
        {run === undefined ? (
          <p className="text-fg-muted">{t('chooseRun')}</p>
        ) : count.data === undefined ? (
          count.error === null ? (
            <Skeleton className="h-12" />
          ) : (
            <RefusalCallout error={count.error} />
          )
        ) : (
          <>
            <div>
              <p className="text-2xl font-semibold tabular-nums">
                <NumberText value={count.data.samples} />
              </p>
              <p className="text-fg-secondary">
                {t('samplesOf', { matching: count.data.matching, rows: count.data.rows })}
              </p>
            </div>
            {count.data.values === null ? null : (
              <p className="text-fg-secondary">
                {t('quotaSays', { values: count.data.values.all, short: count.data.values.short })}
              </p>
            )}
            {tasks === null || draft.overlap === null || draft.overlap === 1 ? null : (
              <p className="text-fg-secondary">
                {t('tasksOf', { tasks: formatNumber(tasks, locale), overlap: draft.overlap })}
              </p>
            )}
            {count.data.samples === 0 ? <p className="text-bad-text">{t('nothingMatches')}</p> : null}
          </>
        )}
        {tasks === null || tasks === 0 ? null : (
          <div className="border-t border-line pt-4">
            <h3 className="mb-1.5 font-medium">{t('forecastTitle')}</h3>
            {forecast.data === undefined ? (
              forecast.error === null ? (
                <Skeleton className="h-10" />
              ) : (
                <RefusalCallout error={forecast.error} />
              )
            ) : (
              <ForecastText forecast={forecast.data} dueAt={dueMoment(draft.due)?.toISOString() ?? null} />
            )}
          </div>
        )}
      </div>
    </Card>
  );
}
