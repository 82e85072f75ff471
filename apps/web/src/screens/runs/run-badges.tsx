'use client';

import type { RunStatus, Verdict } from '@assay/contracts';
import { Badge, StatusBadge, TextLink, type Tone } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { isUnderWay, type ListedRun } from './use-run.ts';

const tones: Record<RunStatus, Tone> = {
  QUEUED: 'neutral',
  RUNNING: 'accent',
  GENERATED: 'accent',
  VALIDATING: 'accent',
  READY: 'good',
  BLOCKED: 'bad',
  CANCELLED: 'neutral',
  FAILED: 'bad',
};

/** Where a run stands. */
export function RunStatusBadge({ run }: { run: Pick<ListedRun, 'status' | 'finishedAt'> }) {
  const t = useTranslations('runs.status');
  const { status } = run;
  return (
    <StatusBadge tone={tones[status]} pulse={isUnderWay(run) && status !== 'QUEUED'}>
      {t(status)}
    </StatusBadge>
  );
}

const verdictTones: Record<Verdict, Tone> = { passed: 'good', failed: 'bad', incomplete: 'warn' };

/** What its newest report says of it; nothing before there is one. */
export function VerdictBadge({ verdict }: { verdict: Verdict | null }) {
  const t = useTranslations('runs.verdict');
  return verdict === null ? '–' : <Badge tone={verdictTones[verdict]}>{t(verdict)}</Badge>;
}

/** The verdict of its newest report, which it opens. */
export function VerdictLink({ run }: { run: Pick<ListedRun, 'number' | 'reportId' | 'verdict'> }) {
  const t = useTranslations('runs.list');
  const { path } = useOrg();
  if (run.reportId === null || run.verdict === null) return '–';
  return (
    <TextLink
      href={path(`/reports/${run.reportId}`)}
      title={t('report', { number: run.number })}
      className="no-underline"
    >
      <VerdictBadge verdict={run.verdict} />
    </TextLink>
  );
}
