'use client';

import type { Report, ReportInput } from '@assay/contracts';
import { Callout, Card, CopyButton, DataTable, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useNumbers } from './report-figures.tsx';

type Row = ReportInput & { side: 'real' | 'synthetic' | 'unseen' };

/** What was compared, by content; and what was asked. */
export function InputsCard({ report }: { report: Report }) {
  const t = useTranslations('reports.inputs');
  const { count } = useNumbers();
  const { inputs, question, overlap } = report;
  const rows: Row[] = [
    { ...inputs.real, side: 'real' },
    { ...inputs.synthetic, side: 'synthetic' },
    ...(inputs.unseen === null ? [] : [{ ...inputs.unseen, side: 'unseen' as const }]),
  ];
  const columns: TableColumn<Row>[] = [
    { id: 'side', header: t('table'), rowHeader: true, cell: (row) => t(`side.${row.side}`) },
    { id: 'name', header: t('name'), cell: (row) => <span className="wrap-anywhere">{row.name}</span> },
    { id: 'rows', header: t('rows'), numeric: true, cell: (row) => count(row.rows) },
    { id: 'columns', header: t('columns'), numeric: true, cell: (row) => count(row.columns) },
    {
      id: 'hash',
      header: 'SHA-256',
      cell: (row) => (
        <span className="inline-flex items-center gap-1">
          <code className="font-mono text-xs" title={row.sha256}>
            {row.sha256.slice(0, 12)}…
          </code>
          <CopyButton text={row.sha256} label={t('copy', { table: t(`side.${row.side}`) })} />
        </span>
      ),
    },
  ];
  const list = (names: readonly string[]) => (names.length === 0 ? t('noneGiven') : names.join(', '));
  return (
    <Card id="inputs" title={t('title')} description={t('about')} flush>
      <DataTable caption={t('compared')} columns={columns} rows={rows} rowKey={(row) => row.side} dense />
      <div className="flex flex-col gap-4 p-4 sm:p-5">
        {overlap === null || overlap.rows === 0 ? null : (
          <Callout tone="warn">{t('overlap', { rows: overlap.rows })}</Callout>
        )}
        {report.notices.map((notice) => (
          <Callout key={notice}>{notice}</Callout>
        ))}
        <dl className="grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
          {(
            [
              ['target', question.target ?? t('noneGiven')],
              ['sensitive', list(question.sensitive)],
              ['quasi', list(question.quasiIdentifiers)],
              ['favourable', list(question.favourable)],
              ['seed', question.seed],
              ['policy', report.policy.name],
            ] as const
          ).map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="text-fg-muted">{t(name)}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Card>
  );
}
