'use client';

import type { RecipeProblem } from '@assay/contracts';
import { Card, Field, LinkButton, Select, Skeleton, TextLink } from '@assay/ui';
import { CircleAlert, CircleCheck, ShieldAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ReadinessPanel } from '../../sources/overview/readiness-panel.tsx';
import { type Source, useMay } from '../../sources/use-source.ts';
import { FieldProblems } from './field-problems.tsx';

/** What is learnt from, whether it may be, and where what is missing is settled. */
export function SourceSection({
  projectId,
  sourceId,
  source,
  columns,
  problems,
  disabled,
  onChange,
}: {
  projectId: string;
  sourceId: string | null;
  source: Source | undefined;
  columns: number | undefined;
  problems: readonly RecipeProblem[];
  disabled: boolean;
  onChange: (sourceId: string | null) => void;
}) {
  const t = useTranslations('recipes.editor.source');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { may } = useMay(projectId);
  const sources = useQuery(trpc.source.list.queryOptions({ projectId, limit: 200 }));
  const listed = (sources.data?.sources ?? []).filter((each) => each.erasedAt === null);
  const current = source?.versions.find((version) => version.id === source.currentVersionId);
  return (
    <>
      <Card title={t('title')} description={t('about')}>
        {sources.error !== null ? (
          <RefusalCallout error={sources.error} />
        ) : sources.isPending ? (
          <Skeleton className="h-9" />
        ) : listed.length === 0 ? (
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="text-sm text-fg-secondary">{t('none')}</p>
            {may('source.create') ? (
              <LinkButton href={path(`/projects/${projectId}/sources/new`)}>{t('add')}</LinkButton>
            ) : null}
          </div>
        ) : (
          <div className="flex flex-col gap-3">
            <Field label={t('field')} id="recipe-source" hideLabel>
              <Select
                placeholder={t('pick')}
                value={sourceId ?? ''}
                disabled={disabled}
                onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
                options={listed.map((each) => ({ value: each.id, label: each.name }))}
              />
            </Field>
            {source === undefined || sourceId === null ? null : (
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 text-sm">
                <Readiness source={source} />
                <span className="text-fg-muted">
                  {current === undefined
                    ? t('noVersion')
                    : t('version', {
                        number: current.number,
                        rows: current.rows ?? 0,
                        columns: columns ?? 0,
                      })}{' '}
                  · <TextLink href={path(`/sources/${source.id}`)}>{t('open')}</TextLink>
                </span>
              </div>
            )}
            <FieldProblems problems={problems} />
          </div>
        )}
      </Card>
      {source === undefined || sourceId === null || source.readiness.ready ? null : (
        <ReadinessPanel source={source} mayOverride={may('source.override')} />
      )}
    </>
  );
}

function Readiness({ source }: { source: Source }) {
  const t = useTranslations('recipes.editor.source');
  const words = useTranslations('sources.readiness');
  const overridden = source.readiness.missing.some((item) => item.overridden);
  return (
    <span className="flex min-w-0 items-start gap-2">
      {!source.readiness.ready ? (
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-text" />
      ) : overridden ? (
        <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-text" />
      ) : (
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good-text" />
      )}
      <span>
        {!source.readiness.ready ? words('notReadyTitle') : overridden ? t('readyOverridden') : t('ready')}
      </span>
    </span>
  );
}
