'use client';

import {
  Bytes,
  Card,
  DateTime,
  Duration,
  formatNumber,
  formatShare,
  KeyValue,
  type KeyValueItem,
  NumberText,
  TextLink,
  TimeAgo,
  useUi,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useJobWords } from '../jobs/use-job-words.ts';
import { VerdictBadge } from './run-badges.tsx';
import type { RunView } from './use-run.ts';

/** By what, from what, by whom and when; what it took. */
export function RunFacts({ run }: { run: RunView }) {
  const t = useTranslations('runs.facts');
  const list = useTranslations('runs.list');
  const status = useTranslations('jobs.statuses');
  const common = useTranslations('common');
  const words = useJobWords();
  const { locale } = useUi();
  const { path } = useOrg();
  const { stats, recipe, source } = run;
  const item = (key: string, label: string, value: ReactNode, hint?: string): KeyValueItem[] =>
    value === null || value === undefined
      ? []
      : [{ key, label, value, ...(hint === undefined ? {} : { hint }) }];
  const took =
    run.startedAt === null || run.finishedAt === null
      ? null
      : Date.parse(run.finishedAt) - Date.parse(run.startedAt);
  const items: KeyValueItem[] = [
    ...item(
      'recipe',
      t('recipe'),
      recipe === null ? null : (
        <TextLink href={path(`/recipes/${recipe.id}`)}>
          {list('recipe', { name: recipe.name, number: recipe.number })}
        </TextLink>
      ),
    ),
    ...(run.imageSet !== null
      ? []
      : item(
          'source',
          t('source'),
          source === null ? (
            t('byRules')
          ) : (
            <TextLink href={path(`/sources/${source.id}`)}>
              {t('sourceVersion', { name: source.name, number: source.versionNumber })}
            </TextLink>
          ),
        )),
    ...item(
      'pilot',
      t('pilot'),
      run.pilotId === null ? null : <TextLink href={path(`/runs/${run.pilotId}`)}>{t('pilotLink')}</TextLink>,
    ),
    ...item('rows', t('rows'), run.rows === null ? null : <NumberText value={run.rows} />),
    ...(run.imported === null && run.imageSet === null
      ? [
          ...item('seed', t('seed'), <code className="font-mono text-xs">{run.seed}</code>),
          ...item('shards', t('shards'), <NumberText value={run.shards} />, t('shardsHint')),
        ]
      : []),
    ...item('by', t('startedBy'), run.createdBy.name ?? common('unknownPerson')),
    ...item('started', t('started'), <DateTime at={run.createdAt} />),
    ...item('ended', t('ended'), run.finishedAt === null ? null : <DateTime at={run.finishedAt} />),
    ...item('took', t('took'), took === null ? null : <Duration ms={took} />),
    ...item(
      'rate',
      t('rate'),
      stats?.rowsPerSecond == null
        ? null
        : t('rateText', { rate: formatNumber(stats.rowsPerSecond, locale, 'plain', 0) }),
    ),
    ...item(
      'memory',
      t('memory'),
      stats?.peakMemoryBytes == null ? null : <Bytes value={stats.peakMemoryBytes} />,
    ),
    ...item(
      'acceptance',
      t('acceptance'),
      stats?.acceptance == null
        ? null
        : formatShare(stats.acceptance.kept, stats.acceptance.drawn, locale, 1),
      t('acceptanceHint'),
    ),
    ...item(
      'reports',
      t('reports'),
      run.reports.length === 0 ? null : (
        <ul className="space-y-1">
          {run.reports.map((report) => (
            <li key={report.id} className="flex flex-wrap items-center gap-2">
              <TextLink href={path(`/reports/${report.id}`)}>
                <TimeAgo at={report.createdAt} />
              </TextLink>
              {report.verdict === null ? null : <VerdictBadge verdict={report.verdict} />}
            </li>
          ))}
        </ul>
      ),
    ),
    ...item(
      'jobs',
      t('jobs'),
      run.jobs.length === 0 ? null : (
        <ul className="space-y-1">
          {run.jobs.map((job) => (
            <li key={job.id}>
              <TextLink href={path(`/jobs/${job.id}`)}>{words.kind(job.kind)}</TextLink>{' '}
              <span className="text-fg-muted">{status(job.status)}</span>
            </li>
          ))}
        </ul>
      ),
    ),
  ];
  return (
    <Card title={t('title')}>
      <KeyValue stacked items={items} />
    </Card>
  );
}
