'use client';

import {
  Card,
  DataTable,
  Duration,
  EmptyState,
  formatShare,
  NumberText,
  type TableColumn,
  TextLink,
  useUi,
} from '@assay/ui';
import { Tags } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { CostFigures, Costs } from './cost-types.ts';
import { AmountText, EachText } from './money-text.tsx';

type Work = Costs['work'][number];
type Batch = Costs['batches'][number];
type Person = Costs['people'][number];
type Label = Costs['labels'][number];

const seconds = (ms: number) => Math.round(ms / 1000) * 1000;

/** Where time and money went: by work, batch, person and label; each leads to what it counts. */
export function CostTables({
  projectId,
  batchId,
  data,
}: {
  projectId: string;
  batchId: string | null;
  data: Costs;
}) {
  const t = useTranslations('costs');
  const common = useTranslations('common');
  const batches = useTranslations('batches');
  const { path } = useOrg();
  const { locale } = useUi();
  const { currency } = data;
  const items = (about: Record<string, string>) =>
    path(
      `/projects/${projectId}/labelling/items?${new URLSearchParams({
        days: 'all',
        ...(batchId === null ? {} : { batch: batchId }),
        ...about,
      })}`,
    );
  const figures = <Row extends CostFigures>(): TableColumn<Row>[] => [
    {
      id: 'accepted',
      header: t('accepted'),
      numeric: true,
      cell: (row) => <NumberText value={row.accepted} />,
    },
    { id: 'time', header: t('time'), numeric: true, cell: (row) => <Duration ms={seconds(row.activeMs)} /> },
    {
      id: 'human',
      header: t('human'),
      numeric: true,
      cell: (row) => <EachText each={row.each.human} currency={currency} />,
    },
    {
      id: 'machine',
      header: t('machine'),
      numeric: true,
      cell: (row) => <EachText each={row.each.machine} currency={currency} />,
    },
    {
      id: 'each',
      header: t('each'),
      numeric: true,
      cell: (row) => <EachText each={row.each.all} currency={currency} />,
    },
  ];
  const work: TableColumn<Work>[] = [
    { id: 'work', header: t('work.header'), rowHeader: true, cell: (row) => t(`work.${row.work}`) },
    { id: 'time', header: t('time'), numeric: true, cell: (row) => <Duration ms={seconds(row.activeMs)} /> },
    {
      id: 'share',
      header: t('work.share'),
      numeric: true,
      cell: (row) => formatShare(row.activeMs, data.total.activeMs, locale, 1),
    },
    {
      id: 'cost',
      header: t('cost'),
      numeric: true,
      cell: (row) => <AmountText amount={row.cost} currency={currency} />,
    },
  ];
  const byBatch: TableColumn<Batch>[] = [
    {
      id: 'batch',
      header: t('batch'),
      rowHeader: true,
      cell: ({ id, number, name }) => (
        <TextLink href={path(`/batches/${id}`)}>
          {batches('numbered', { number })}: {name}
        </TextLink>
      ),
    },
    ...figures<Batch>(),
  ];
  const byPerson: TableColumn<Person>[] = [
    {
      id: 'person',
      header: t('person'),
      rowHeader: true,
      cell: ({ userId, name }) => (
        <TextLink href={items({ person: userId })}>{name ?? common('unknownPerson')}</TextLink>
      ),
    },
    {
      id: 'accepted',
      header: t('accepted'),
      numeric: true,
      cell: (row) => <NumberText value={row.accepted} />,
    },
    { id: 'time', header: t('time'), numeric: true, cell: (row) => <Duration ms={seconds(row.activeMs)} /> },
    {
      id: 'cost',
      header: t('cost'),
      numeric: true,
      cell: (row) => <AmountText amount={row.human} currency={currency} />,
    },
    {
      id: 'each',
      header: t('each'),
      numeric: true,
      cell: (row) => <EachText each={row.each} currency={currency} />,
    },
  ];
  const byLabel: TableColumn<Label>[] = [
    {
      id: 'label',
      header: t('label'),
      rowHeader: true,
      cell: ({ questionId, labelId, label, question }) => (
        <span className="flex flex-col">
          <TextLink href={items({ question: questionId, label: labelId })}>{label ?? t('unknown')}</TextLink>
          {question === null ? null : <span className="text-xs font-normal text-fg-muted">{question}</span>}
        </span>
      ),
    },
    ...figures<Label>(),
  ];
  return (
    <>
      {data.work.length === 0 ? null : (
        <Card title={t('work.title')} description={t('work.about')} flush>
          <DataTable
            caption={t('work.title')}
            columns={work}
            rows={data.work}
            rowKey={(row) => row.work}
            narrow="cards"
          />
        </Card>
      )}
      {batchId === null ? (
        <Card title={t('byBatch')} description={t('aboutBatch')} flush>
          <DataTable
            caption={t('byBatch')}
            columns={byBatch}
            rows={data.batches}
            rowKey={({ id }) => id}
            narrow="cards"
          />
        </Card>
      ) : null}
      <Card title={t('byPerson')} description={t('aboutPerson')} flush>
        <DataTable
          caption={t('byPerson')}
          columns={byPerson}
          rows={data.people}
          rowKey={({ userId }) => userId}
          narrow="cards"
        />
      </Card>
      <Card title={t('byLabel')} description={t('aboutLabel')} flush>
        <DataTable
          caption={t('byLabel')}
          columns={byLabel}
          rows={data.labels}
          rowKey={({ questionId, labelId }) => `${questionId} ${labelId}`}
          narrow="cards"
          empty={
            <EmptyState icon={<Tags />} compact title={t('noLabelTitle')} description={t('noLabelBody')} />
          }
        />
      </Card>
    </>
  );
}
