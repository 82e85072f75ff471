'use client';

import { Callout, Card, formatShare, LinkButton, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { CommentsCard } from '../comments/comments-card.tsx';
import { MappingForm } from './import/mapping-form.tsx';
import { ImportedCard } from './imported-card.tsx';
import { PictureQualityCard, PicturesCard } from './pictures-card.tsx';
import { RunBar } from './run-bar.tsx';
import { RunFacts } from './run-facts.tsx';
import { RunModel } from './run-model.tsx';
import { RunResult } from './run-result.tsx';
import { isUnderWay, type RunView, useRun } from './use-run.ts';

/** A run: how far it is, what stopped it, what came of it, and what it was made by. The frame tells of loading. */
export function RunOverview({ runId }: { runId: string }) {
  const { run, may } = useRun(runId);
  if (run.data === undefined) return null;
  const { data } = run;
  const offer = data.status === 'FAILED' ? (data.imported?.offer ?? null) : null;
  return (
    <div className="flex flex-col gap-6">
      {isUnderWay(data) ? <UnderWay run={data} /> : <Stopped run={data} />}
      {offer !== null && may('run.import') ? <MappingForm run={data} offer={offer} /> : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {data.imageSet === null ? (
            <>
              <RunResult run={data} />
              {data.imported === null ? <RunModel run={data} /> : <ImportedCard imported={data.imported} />}
            </>
          ) : (
            <>
              <PicturesCard run={data} set={data.imageSet} />
              <PictureQualityCard run={data} mayLook={may('image.read')} />
            </>
          )}
        </div>
        <RunFacts run={data} />
      </div>
      <CommentsCard subject={{ subjectType: 'run', subjectId: data.id }} projectId={data.projectId} />
    </div>
  );
}

function UnderWay({ run }: { run: RunView }) {
  const t = useTranslations('runs.progress');
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-3">
        <RunBar progress={run.progress} />
        <Accepted acceptance={run.progress.acceptance} />
        <p className="text-xs text-fg-muted">
          {run.progress.jobs.open === 0 ? null : `${t('jobs', { count: run.progress.jobs.open })} · `}
          {t('leave')}
        </p>
      </div>
    </Card>
  );
}

/** How many rows are kept, where some are drawn again: a low share makes a long run. */
function Accepted({ acceptance }: { acceptance: RunView['progress']['acceptance'] }) {
  const t = useTranslations('runs.progress');
  const { locale } = useUi();
  if (acceptance === null) return null;
  const { kept, drawn } = acceptance;
  return (
    <p className="text-sm text-fg-secondary tabular-nums">
      {t('accepted', { share: formatShare(kept, drawn, locale, 1), drawn })}
    </p>
  );
}

function Stopped({ run }: { run: RunView }) {
  const t = useTranslations('runs.ended');
  const { path } = useOrg();
  if (run.status === 'CANCELLED') {
    return (
      <Callout tone="warn" title={t('cancelledTitle')}>
        {t('cancelledBody')}
      </Callout>
    );
  }
  if (run.status !== 'FAILED') return null;
  const { failure } = run;
  return (
    <Callout
      tone="bad"
      title={failure?.message ?? t('failedTitle')}
      actions={
        failure?.code === 'not-ready' && run.sourceId !== null ? (
          <LinkButton size="sm" href={path(`/sources/${run.sourceId}`)}>
            {t('sourceLink')}
          </LinkButton>
        ) : undefined
      }
    >
      {[failure?.kept, failure?.next].filter((text) => text != null).join(' ')}
    </Callout>
  );
}
