'use client';

import { Card, TimeAgo, UiLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { RunStatusBadge, VerdictBadge } from '../runs/run-badges.tsx';
import type { Home } from './home-types.ts';

/** Runs that ended since yesterday, each with what its report says. */
export function ResultsCard({ results }: { results: Home['results'] }) {
  const t = useTranslations('home');
  const { path } = useOrg();
  if (results.length === 0) return null;
  return (
    <Card title={t('resultsTitle')} flush>
      <ul className="divide-y divide-line">
        {results.map((run) => (
          <li key={run.runId}>
            <UiLink
              href={path(run.link)}
              className="ring-inside flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover sm:px-5"
            >
              <span className="min-w-0">
                <span className="block text-sm font-medium text-fg wrap-anywhere">
                  {t('result', { number: run.number, name: run.name })}
                </span>
                <span className="text-xs text-fg-muted wrap-anywhere">
                  {run.projectName} · <TimeAgo at={run.at} />
                </span>
              </span>
              {run.verdict === null ? (
                <RunStatusBadge run={{ status: run.status, finishedAt: run.at }} />
              ) : (
                <VerdictBadge verdict={run.verdict} />
              )}
            </UiLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
