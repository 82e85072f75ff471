'use client';

import { Callout, Card, LinkButton } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { type Source, useSource } from '../use-source.ts';
import { isPending } from '../version-status.tsx';
import { ReadinessPanel } from './readiness-panel.tsx';
import { SourceActions } from './source-actions.tsx';
import { SourceFacts } from './source-facts.tsx';
import { TermsSummary } from './terms-summary.tsx';

/** A source at a glance: what is missing before synthesis, what it holds, and under which terms. */
export function SourceOverview({ sourceId }: { sourceId: string }) {
  const t = useTranslations('sources.overview');
  const { source, may, mayNot } = useSource(sourceId);
  return (
    <QueryState query={source}>
      {(data) => {
        if (data.erasedAt !== null) return <Callout title={t('erasedTitle')}>{t('erasedBody')}</Callout>;
        const current = data.versions.find((version) => version.id === data.currentVersionId);
        return (
          <div className="flex flex-col gap-6">
            <div className="flex flex-wrap items-start justify-between gap-4">
              <p className="max-w-prose min-w-0 flex-1 basis-80 text-sm whitespace-pre-line text-fg-secondary wrap-anywhere">
                {data.description === '' ? t('noDescription') : data.description}
              </p>
              <SourceActions source={data} may={may} />
            </div>
            <PendingVersion source={data} />
            <ReadinessPanel
              source={data}
              mayOverride={may('source.override')}
              mayWriteRecipe={may('recipe.write')}
            />
            <div className="grid items-start gap-6 lg:grid-cols-2">
              {current === undefined ? (
                <Card title={t('currentTitle')}>
                  <p className="text-sm text-fg-secondary">{t('nothingImported')}</p>
                </Card>
              ) : (
                <SourceFacts source={data} version={current} />
              )}
              <TermsSummary source={data} mayEdit={may('source.terms')} />
            </div>
            {mayNot('source.update') ? <p className="text-xs text-fg-muted">{t('readOnly')}</p> : null}
          </div>
        );
      }}
    </QueryState>
  );
}

/** The newest version while it is on its way, with the way to it. */
function PendingVersion({ source }: { source: Source }) {
  const t = useTranslations('sources.overview');
  const { path } = useOrg();
  const latest = source.versions[0];
  if (latest === undefined || !isPending(latest.status)) return null;
  return (
    <Callout
      tone={latest.status === 'FAILED' ? 'bad' : latest.status === 'REVIEW' ? 'warn' : 'info'}
      title={t(`pending.${latest.status as 'STAGING' | 'REVIEW' | 'COMMITTING' | 'FAILED'}`, {
        number: latest.number,
      })}
      actions={
        <LinkButton size="sm" href={path(`/sources/${source.id}/import/${latest.id}`)}>
          {t('goToImport')}
        </LinkButton>
      }
    >
      {latest.fileName}
    </Callout>
  );
}
