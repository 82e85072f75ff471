'use client';

import {
  Button,
  Bytes,
  Callout,
  Card,
  CopyButton,
  DataTable,
  Duration,
  formatNumber,
  KeyValue,
  type TableColumn,
  useUi,
} from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { GuideLink } from '~/shell/guide-link.tsx';
import type { RunView } from './use-run.ts';

/** What a generator says of a fitted model; a newer one may say more. */
const description = z.object({
  settings: z.record(z.string(), z.unknown()).default({}),
  columns: z
    .array(
      z.object({
        name: z.string(),
        how: z.string(),
        detail: z.string().nullable().default(null),
        given: z.array(z.string()).default([]),
        figures: z.record(z.string(), z.number()).default({}),
      }),
    )
    .default([]),
});
type Described = z.infer<typeof description>['columns'][number];

const FEW = 25;
const MOST_GIVEN = 4;

/** The fitted model as a person can read it: columns in the order of drawing, each with what it is drawn from. */
export function RunModel({ run }: { run: RunView }) {
  const t = useTranslations('runs.model');
  const methods = useTranslations('recipes.methods');
  const guide = useTranslations('guide');
  const { locale } = useUi();
  const [all, setAll] = useState(false);
  const { model } = run;
  // A generator that is newer than the catalogue speaks for itself.
  const words = (key: string, otherwise: string, values: Record<string, string>): string =>
    t.has(key as never) ? t(key as never, values as never) : otherwise;
  if (model === null) {
    return (
      <Card title={t('title')} description={t('about')}>
        <p className="text-sm text-fg-muted">{t('none')}</p>
      </Card>
    );
  }
  const read = description.safeParse(model.description);
  const columns = read.success ? read.data.columns : [];
  const settings = read.success ? Object.entries(read.data.settings) : [];
  const table: TableColumn<Described>[] = [
    { id: 'order', header: t('order'), numeric: true, cell: (_, index) => index + 1 },
    { id: 'column', header: t('column'), rowHeader: true, cell: ({ name }) => name },
    {
      id: 'how',
      header: t('how'),
      cell: ({ how, detail }) => words(`hows.${how}`, how, { detail: detail ?? '' }),
    },
    {
      id: 'given',
      header: t('given'),
      cell: ({ given }) =>
        given.length === 0 ? (
          <span className="text-fg-muted">{t('alone')}</span>
        ) : (
          <span className="wrap-anywhere">
            {given.slice(0, MOST_GIVEN).join(', ')}
            {given.length <= MOST_GIVEN ? null : (
              <span className="text-fg-muted" title={given.slice(MOST_GIVEN).join(', ')}>
                {' '}
                {t('more', { count: given.length - MOST_GIVEN })}
              </span>
            )}
          </span>
        ),
    },
    {
      id: 'figures',
      header: t('figures'),
      cell: ({ figures }) => (
        <span className="text-fg-secondary tabular-nums">
          {Object.entries(figures)
            .map(([name, value]) =>
              words(`figureNames.${name}`, `${name} ${value}`, { value: formatNumber(value, locale) }),
            )
            .join(', ')}
        </span>
      ),
    },
  ];
  return (
    <Card flush title={t('title')} description={t('about')}>
      <div className="flex flex-col gap-3 px-4 py-3 sm:px-5">
        {model.destroyedAt === null ? null : <Callout tone="warn">{t('destroyed')}</Callout>}
        <KeyValue
          className="lg:grid lg:grid-cols-2 lg:gap-x-8 lg:divide-y-0"
          items={[
            {
              key: 'method',
              label: t('method'),
              value: (
                <span className="flex flex-col items-start gap-0.5">
                  {methods.has(`${model.method}.name` as never)
                    ? methods(`${model.method}.name` as never)
                    : model.method}
                  <GuideLink page={`generators/${model.method}`}>{guide('generator')}</GuideLink>
                </span>
              ),
            },
            { key: 'engine', label: t('engine'), value: model.engineVersion },
            { key: 'rows', label: t('fitRows'), value: t('rowsText', { count: model.fitRows }) },
            { key: 'time', label: t('fitTime'), value: <Duration ms={model.fitMs} /> },
            { key: 'size', label: t('size'), value: <Bytes value={model.bytes} /> },
            {
              key: 'hash',
              label: t('hash'),
              value: (
                <span className="flex items-center gap-1">
                  <code className="min-w-0 truncate font-mono text-xs">{model.sha256}</code>
                  <CopyButton text={model.sha256} />
                </span>
              ),
            },
            ...(settings.length === 0
              ? []
              : [
                  {
                    key: 'settings',
                    label: t('settings'),
                    value: settings
                      .map(([name, value]) =>
                        words(`settingNames.${name}`, `${name} ${value}`, { value: String(value) }),
                      )
                      .join(', '),
                  },
                ]),
          ]}
        />
      </div>
      {columns.length === 0 ? null : (
        <DataTable
          caption={t('columns')}
          showCaption
          columns={table}
          rows={all ? columns : columns.slice(0, FEW)}
          rowKey={(row) => row.name}
          narrow="cards"
          dense
        />
      )}
      {all || columns.length <= FEW ? null : (
        <div className="p-3">
          <Button size="sm" onClick={() => setAll(true)}>
            {t('all', { count: columns.length })}
          </Button>
        </div>
      )}
    </Card>
  );
}
