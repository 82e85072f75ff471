'use client';

import { Callout, Card, CopyButton, DateTime, KeyValue, StackedShare, Stat } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { type Split, usePlanText } from './split-words.ts';

/** The split in force: its parts with counts and shares, how it was made, how often the test part was read. */
export function CurrentSplit({ split, rows }: { split: Split; rows: number }) {
  const t = useTranslations('data.splits');
  const planText = usePlanText();
  const { counts } = split;
  const parts = (['fit', 'tune', 'test'] as const).map((name) => ({ name, count: counts[name] }));
  const total = counts.fit + counts.tune + counts.test;
  return (
    <Card title={t('current')}>
      <div className="space-y-5">
        <div className="grid grid-cols-2 items-end gap-4 sm:grid-cols-4">
          {parts.map(({ name, count }) => (
            <Stat key={name} label={`${t(name)}: ${t(`${name}Body`)}`} value={count} />
          ))}
          <Stat label={`${t('testReads')}: ${t('testReadsBody')}`} value={split.testReads} />
        </div>
        <StackedShare
          label={t('shares')}
          parts={parts.map(({ name, count }) => ({ key: name, label: t(name), count }))}
        />
        {counts.withoutKey === 0 ? null : (
          <Callout tone="warn">{t('withoutKey', { count: counts.withoutKey })}</Callout>
        )}
        <KeyValue
          items={[
            {
              key: 'method',
              label: t('method'),
              value: planText(split.plan),
              hint: t(`explain.${split.plan.method}`),
            },
            ...('seed' in split.plan
              ? [
                  {
                    key: 'seed',
                    label: t('seed'),
                    value: <code className="font-mono text-xs">{split.plan.seed}</code>,
                  },
                ]
              : []),
            {
              key: 'rows',
              label: t('shares'),
              value: t('rows', { count: total }),
              ...(total === rows ? {} : { hint: t('rows', { count: rows }) }),
            },
            {
              key: 'hash',
              label: t('hash'),
              value: (
                <span className="flex items-center gap-1">
                  <code className="font-mono text-xs wrap-anywhere">{split.sha256}</code>
                  <CopyButton text={split.sha256} />
                </span>
              ),
            },
            { key: 'at', label: t('madeAt'), value: <DateTime at={split.createdAt} /> },
          ]}
        />
      </div>
    </Card>
  );
}
