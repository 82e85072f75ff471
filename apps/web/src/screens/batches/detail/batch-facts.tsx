'use client';

import { formatPredicate } from '@assay/domain';
import {
  Card,
  DateTime,
  formatNumber,
  formatShare,
  KeyValue,
  type KeyValueItem,
  NumberText,
  TextLink,
  useUi,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useMay } from '../../sources/use-source.ts';
import { DueText } from '../batch-badges.tsx';
import type { BatchView } from '../batch-types.ts';

/** What a batch asks, of which rows, of whom and by when. */
export function BatchFacts({ batch }: { batch: BatchView }) {
  const t = useTranslations('batches.facts');
  const words = useTranslations('batches');
  const common = useTranslations('common');
  const { path } = useOrg();
  const { locale } = useUi();
  const { may } = useMay(batch.projectId);
  const { selection, run, labelSchema, guideline } = batch;
  const isBlind = batch.kind === 'blind';
  const item = (key: string, label: string, value: ReactNode, hint?: string): KeyValueItem[] =>
    value === null ? [] : [{ key, label, value, ...(hint === undefined ? {} : { hint }) }];
  const runName = run === null ? t('gone') : t('runOf', { number: run.number, name: run.name });
  const items: KeyValueItem[] = [
    ...item('kind', t('kind'), words(`kinds.${batch.kind}`), words(`kindHints.${batch.kind}`)),
    ...item(
      'run',
      t('run'),
      run !== null && may('run.read') ? (
        <TextLink href={path(`/runs/${batch.runId}`)}>{runName}</TextLink>
      ) : (
        runName
      ),
    ),
    ...item(
      'schema',
      t('schema'),
      isBlind ? null : labelSchema === null ? (
        t('gone')
      ) : (
        <TextLink href={path(`/label-schemas/${labelSchema.id}`)}>
          {t('versionOf', { name: labelSchema.name, number: labelSchema.number })}
        </TextLink>
      ),
    ),
    ...item(
      'guideline',
      t('guideline'),
      isBlind ? null : guideline === null ? (
        t('noGuideline')
      ) : (
        <TextLink href={path(`/guidelines/${guideline.id}`)}>{guideline.name}</TextLink>
      ),
    ),
    ...item(
      'where',
      t('where'),
      isBlind ? null : selection.where.op === 'true' ? (
        t('everyRow')
      ) : (
        <code className="font-mono text-xs wrap-anywhere">{formatPredicate(selection.where)}</code>
      ),
    ),
    ...item(
      'size',
      t('size'),
      isBlind
        ? null
        : selection.quota !== null
          ? t('quota', { each: selection.quota.each, column: selection.quota.column })
          : selection.size === null
            ? t('all')
            : t('drawn', { size: selection.size }),
    ),
    ...item('samples', t('samples'), batch.samples === 0 ? null : <NumberText value={batch.samples} />),
    ...item(
      'controls',
      t('controls'),
      batch.controls === null || batch.controls.gold + batch.controls.seeded === 0 ? null : (
        <TextLink href={path(`/projects/${batch.projectId}/labelling/controls?batch=${batch.id}&days=all`)}>
          {t('controlsOf', batch.controls)}
        </TextLink>
      ),
      t('controlsHint'),
    ),
    ...item('order', t('order'), isBlind ? null : t(`orders.${selection.order}`)),
    ...item(
      'model',
      t('model'),
      batch.labelModel === null
        ? null
        : t('modelOf', {
            share: formatShare(batch.labelModel.agrees, batch.labelModel.rows, locale),
            rows: formatNumber(batch.labelModel.rows, locale),
          }),
    ),
    ...item('overlap', t('overlap'), t('overlapOf', { people: batch.overlap })),
    ...item(
      'review',
      t('review'),
      batch.review === null || isBlind ? null : (
        <>
          {t(batch.review.own ? 'reviewOwn' : 'reviewRules', {
            share: formatNumber(batch.review.share, locale, 'percent'),
          })}{' '}
          <TextLink href={path(`/projects/${batch.projectId}/review?batch=${batch.id}&reason=random`)}>
            {t('reviewDrawn', { drawn: batch.review.drawn, waiting: batch.review.waiting })}
          </TextLink>
        </>
      ),
    ),
    ...item(
      'assignment',
      t('assignment'),
      batch.assignment === 'pull' ? t('pull') : t('named', { people: batch.people.length }),
    ),
    ...item('priority', t('priority'), words(`priorities.${batch.priority}` as never)),
    ...item('due', t('due'), <DueText batch={batch} />),
    ...item('by', t('by'), batch.createdBy.name ?? common('unknownPerson')),
    ...item('made', t('made'), <DateTime at={batch.createdAt} />),
    ...item('ended', t('ended'), batch.finishedAt === null ? null : <DateTime at={batch.finishedAt} />),
  ];
  return (
    <Card title={t('title')}>
      <KeyValue stacked items={items} />
    </Card>
  );
}
