'use client';

import { Button, Card, LinkButton, Stat } from '@assay/ui';
import { ArrowRight, Pencil } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { StartReportDialog } from '../reports/start-report-dialog.tsx';
import { useMay } from '../sources/use-source.ts';
import { VerdictBadge } from './run-badges.tsx';
import { isUnderWay, type RunView } from './use-run.ts';

const FIGURES = ['shapeError', 'trendError', 'detectionAuc', 'utility', 'dcrShare', 'exactCopies'] as const;

/** The verdict and the headline figures of the newest report. */
export function RunResult({ run }: { run: RunView }) {
  const t = useTranslations('runs.result');
  const actions = useTranslations('runs.actions');
  const { path } = useOrg();
  const { summary, verdict, reportId } = run;
  if (run.status === 'GENERATED' && !isUnderWay(run)) return <NoReport run={run} />;
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          {t('title')}
          {verdict === null ? null : <VerdictBadge verdict={verdict} />}
        </span>
      }
      actions={
        reportId === null || verdict === null ? undefined : (
          <LinkButton
            size="sm"
            variant="primary"
            href={path(`/reports/${reportId}`)}
            iconEnd={<ArrowRight aria-hidden />}
          >
            {actions('openReport')}
          </LinkButton>
        )
      }
    >
      {summary === null || verdict === null ? (
        <p className="text-sm text-fg-muted">{t('waiting')}</p>
      ) : (
        <div className="flex flex-col gap-4">
          <p className="text-sm">
            {t(verdict, { red: summary.red, count: summary.notAssessed })}
            {run.status === 'BLOCKED' ? <span className="text-fg-secondary"> {t('blocked')}</span> : null}
          </p>
          <div className="grid grid-cols-2 gap-4 sm:grid-cols-3">
            {FIGURES.map((name) => (
              <Stat
                key={name}
                label={t(name)}
                value={summary[name]}
                {...(summary[name] === null ? { reason: t('notComputed') } : {})}
                digits={name === 'exactCopies' ? 0 : 3}
                {...(reportId === null ? {} : { href: path(`/reports/${reportId}`) })}
              />
            ))}
          </div>
          {run.status === 'BLOCKED' && run.recipe !== null ? (
            <LinkButton
              size="sm"
              className="self-start"
              href={path(`/recipes/${run.recipe.id}`)}
              icon={<Pencil aria-hidden />}
            >
              {actions('changeRecipe')}
            </LinkButton>
          ) : null}
          <p className="text-xs text-fg-muted">
            {t('gates', { red: summary.red, amber: summary.amber, notAssessed: summary.notAssessed })}
          </p>
        </div>
      )}
    </Card>
  );
}

/** Rows that rules made alone: why nothing is measured, and the way to a report beside real rows. */
function NoReport({ run }: { run: RunView }) {
  const t = useTranslations('runs.result');
  const { may } = useMay(run.projectId);
  const [asking, setAsking] = useState(false);
  return (
    <Card
      title={t('title')}
      actions={
        may('report.start') ? (
          <Button size="sm" variant="primary" onClick={() => setAsking(true)}>
            {t('compare')}
          </Button>
        ) : undefined
      }
    >
      <p className="text-sm">{t('noReport')}</p>
      {asking ? (
        <StartReportDialog
          projectId={run.projectId}
          synthetic={{ kind: 'run', runId: run.id }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Card>
  );
}
