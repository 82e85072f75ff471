'use client';

import { Badge, Callout, Card, DataTable, KeyValue, NumberText, type TableColumn, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { DifferenceTable } from '../difference-table.tsx';
import type { MigrationPlan } from '../label-schema-types.ts';
import { useOperationWords } from './operation-words.ts';

type Row = MigrationPlan['operations'][number];

/** What a migration would do, counted. */
export function DryRun({ plan }: { plan: MigrationPlan }) {
  const t = useTranslations('labelSchemas.migrate.plan');
  const inWords = useOperationWords();
  const { reach, operations, exact } = plan;
  const columns: TableColumn<Row>[] = [
    {
      id: 'operation',
      header: t('operation'),
      rowHeader: true,
      cell: ({ words }) => <span className="wrap-anywhere">{inWords(words)}</span>,
    },
    { id: 'annotations', header: t('annotations'), cell: (row) => <NumberText value={row.annotations} /> },
    { id: 'given', header: t('given'), cell: (row) => <NumberText value={row.given} /> },
    {
      id: 'undecided',
      header: t('undecided'),
      cell: ({ undecided }) =>
        undecided === 0 ? (
          <NumberText value={0} />
        ) : (
          <Badge tone="warn">
            <NumberText value={undecided} />
          </Badge>
        ),
    },
  ];
  const counts = [
    'batches',
    'annotations',
    'openTasks',
    'heldTasks',
    'drafts',
    'drawings',
    'decisions',
  ] as const;
  return (
    <div className="flex flex-col gap-4">
      {exact ? null : <Callout tone="info">{t('notExact', { count: reach.annotations })}</Callout>}
      <Card flush headingLevel={3} title={t('perOperation')} description={t('perOperationAbout')}>
        <DataTable
          caption={t('perOperation')}
          columns={columns}
          rows={operations}
          rowKey={(_row, at) => String(at)}
          narrow="cards"
          dense
        />
      </Card>
      <Undecided operations={operations} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <Card headingLevel={3} title={t('reach')} description={t('reachAbout')}>
          <KeyValue
            items={counts.map((count) => ({
              key: count,
              label: t(`counts.${count}`),
              value: <NumberText value={reach[count]} />,
            }))}
          />
        </Card>
        <Card flush headingLevel={3} title={t('differences', { number: plan.number + 1 })}>
          <DifferenceTable differences={plan.differences} />
        </Card>
      </div>
    </div>
  );
}

/** Samples of which somebody has to say what they are. */
function Undecided({ operations }: { operations: readonly Row[] }) {
  const t = useTranslations('labelSchemas.migrate.plan');
  const { path } = useOrg();
  const examples = operations.flatMap((each) => each.examples);
  if (examples.length === 0) return null;
  return (
    <Callout tone="warn" title={t('examples')}>
      <p>{t('examplesBody')}</p>
      <ul className="mt-1 list-inside list-disc">
        {examples.map(({ batchId, batchNumber, batchName, item, row }) => (
          <li key={`${batchId} ${item}`}>
            <TextLink href={path(`/batches/${batchId}`)}>
              {t('example', { number: batchNumber, name: batchName, row: row + 1 })}
            </TextLink>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
