'use client';

import { Badge, Checkbox, DataTable, type TableColumn, TextLink, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useNumbers } from './report-figures.tsx';
import type { ListedReport } from './report-types.ts';
import { ReportState } from './states.tsx';

/** Reports with the few figures that tell them apart. */
export function ReportsTable({
  reports,
  picked,
  onPick,
}: {
  reports: readonly ListedReport[];
  picked: readonly string[];
  onPick: (id: string) => void;
}) {
  const t = useTranslations('reports.list');
  const { path } = useOrg();
  const { percent, decimal, count } = useNumbers();
  const figure = (
    id: 'shapes' | 'trends' | 'detection' | 'utility' | 'copies',
    read: (summary: NonNullable<ListedReport['summary']>) => string,
  ): TableColumn<ListedReport> => ({
    id,
    header: t(id),
    numeric: true,
    cell: ({ summary }) => (summary === null ? '–' : read(summary)),
  });
  const columns: TableColumn<ListedReport>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: (report) => (
        <span className="flex items-start gap-2">
          {reports.length < 2 ? null : (
            <Checkbox
              label={t('select', { name: report.name })}
              hideLabel
              disabled={report.status !== 'READY'}
              checked={picked.includes(report.id)}
              onChange={() => onPick(report.id)}
            />
          )}
          <span className="flex min-w-40 flex-col">
            <TextLink href={path(`/reports/${report.id}`)}>{report.name}</TextLink>
            <span className="text-xs font-normal text-fg-muted">
              <TimeAgo at={report.createdAt} />
              {report.policyName === null ? null : ` · ${report.policyName}`}
            </span>
          </span>
        </span>
      ),
    },
    { id: 'state', header: t('state'), cell: (report) => <ReportState report={report} /> },
    { id: 'gates', header: t('gates'), cell: ({ summary }) => <GateCounts summary={summary} /> },
    figure('shapes', (summary) => percent(summary.shapeError, 1)),
    figure('trends', (summary) => percent(summary.trendError, 1)),
    figure('detection', (summary) => decimal(summary.detectionAuc)),
    figure('utility', (summary) => decimal(summary.utility)),
    figure('copies', (summary) => count(summary.exactCopies)),
  ];
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={reports}
      rowKey={(report) => report.id}
      narrow="cards"
      rowTone={(report) => (picked.includes(report.id) ? 'selected' : undefined)}
    />
  );
}

function GateCounts({ summary }: { summary: ListedReport['summary'] }) {
  const t = useTranslations('reports.list');
  if (summary === null) return '–';
  const { red, amber, notAssessed } = summary;
  if (red + amber + notAssessed === 0) return <Badge tone="good">{t('allGreen')}</Badge>;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {red === 0 ? null : <Badge tone="bad">{t('red', { count: red })}</Badge>}
      {amber === 0 ? null : <Badge tone="warn">{t('amber', { count: amber })}</Badge>}
      {notAssessed === 0 ? null : <Badge>{t('lacking', { count: notAssessed })}</Badge>}
    </span>
  );
}
