'use client';

import type { ReportFidelity, ReportValidity } from '@assay/contracts';
import { Callout, Card, DataTable, type TableColumn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { FigureGuide } from './figure-guide.tsx';
import { Figure, useNumbers } from './report-figures.tsx';

type Column = ReportValidity['columns'][number];

type Props = { validity: ReportValidity; lost: ReportFidelity['lost'] };

/** Does the table have the form of the real one? Only what is not as it should be is listed. */
export function ValidityCard({ validity, lost }: Props) {
  const t = useTranslations('reports.validity');
  const { count, percent } = useNumbers();
  const wrong = validity.columns
    .filter((each) => each.metric !== 'None' && (each.outside > 0 || (each.score ?? 1) < 1))
    .sort((a, b) => (a.score ?? 0) - (b.score ?? 0));
  const broken = validity.constraints.filter((each) => each.broken > 0);
  const columns: TableColumn<Column>[] = [
    { id: 'column', header: t('column'), rowHeader: true, cell: (each) => each.column },
    {
      id: 'score',
      header: t('score'),
      numeric: true,
      cell: (each) => (
        <Figure
          metric="validity-score"
          slice={{ column: each.column }}
          value={each.score}
          reason={each.reason}
          name={`${t('title')}: ${each.column}`}
          format="percent"
        />
      ),
    },
    { id: 'outside', header: t('outside'), numeric: true, cell: (each) => count(each.outside) },
    {
      id: 'examples',
      header: t('examples'),
      cell: (each) => <span className="wrap-anywhere">{each.examples.join(', ')}</span>,
    },
  ];
  return (
    <Card
      id="validity"
      title={t('title')}
      description={t('about')}
      footer={<FigureGuide metrics={['validity-score', 'category-coverage']} />}
    >
      <p className="text-sm text-fg-secondary">
        {t('score_all')}{' '}
        <Figure metric="validity-score" value={validity.score} name={t('title')} format="percent" />
        {wrong.length === 0 && broken.length === 0 ? ` ${t('allGood')}` : null}
      </p>
      {validity.missingColumns.length + validity.surplusColumns.length === 0 ? null : (
        <Callout tone="warn" className="mt-3">
          {validity.missingColumns.length === 0
            ? null
            : `${t('missing', { columns: validity.missingColumns.join(', ') })} `}
          {validity.surplusColumns.length === 0
            ? null
            : t('surplus', { columns: validity.surplusColumns.join(', ') })}
        </Callout>
      )}
      {wrong.length === 0 ? null : (
        <div className="mt-4">
          <DataTable
            caption={t('table')}
            columns={columns}
            rows={wrong.slice(0, 15)}
            rowKey={(each) => each.column}
            dense
          />
        </div>
      )}
      {lost.length === 0 ? null : (
        <div className="mt-4 text-sm">
          <h3 className="font-medium">{t('lost')}</h3>
          <ul className="mt-1 flex flex-col gap-1 text-fg-secondary">
            {lost.slice(0, 10).map((each) => (
              <li key={each.column} className="wrap-anywhere">
                {t('lostOf', { column: each.column, level: each.level, rows: each.real })}
              </li>
            ))}
          </ul>
        </div>
      )}
      {validity.constraints.length === 0 ? null : (
        <ul className="mt-4 flex flex-col gap-1 text-sm">
          {validity.constraints.map((each) => (
            <li key={each.constraint}>
              <code className="font-mono text-xs">{each.constraint}</code>{' '}
              <span className={each.broken > 0 ? 'text-bad-text' : 'text-fg-muted'}>
                {t('broken', {
                  broken: each.broken,
                  share: percent(each.rows === 0 ? null : each.broken / each.rows),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
