'use client';

import { type BiasReport, metricStages, type ReportBias } from '@assay/contracts';
import { Badge, Callout, Card, DataTable, formatInterval, type TableColumn, useUi } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useGroupName } from '../data/bias/group-name.ts';
import { FigureGuide } from './figure-guide.tsx';
import { Figure, useNumbers } from './report-figures.tsx';

type Question = ReportBias['questions'][number];
type Difference = Question['differences'][number];

/** What is compared, and what it is made of on either side. */
const BIAS = [
  ...metricStages.bias,
  'group-share',
  'selection-rate',
  'demographic-parity-difference',
  'four-fifths-ratio',
] as const;

/** Was bias kept, lessened or amplified? By group and by intersection. */
export function BiasCard({ bias }: { bias: ReportBias }) {
  const t = useTranslations('reports.bias');
  return (
    <Card id="bias" title={t('title')} description={t('about')} footer={<FigureGuide metrics={BIAS} />}>
      {bias.questions.length === 0 ? (
        <Callout>{bias.reason === null ? t('none') : t('reason', { reason: bias.reason })}</Callout>
      ) : (
        <div className="flex flex-col gap-8">
          {bias.questions.map((question) => (
            <Groups key={question.groups.join('\n')} question={question} />
          ))}
        </div>
      )}
    </Card>
  );
}

function Groups({ question }: { question: Question }) {
  const t = useTranslations('reports.bias');
  const nameOf = useGroupName();
  const { locale } = useUi();
  const { percent, points } = useNumbers();
  const { value, reason } = question.amplification;
  const find = (side: BiasReport, each: Difference) =>
    side.groups.find((group) => JSON.stringify(group.group) === JSON.stringify(each.group));
  const sliceOf = (each: Difference) =>
    Object.fromEntries(question.groups.map((name, at) => [name, each.group[at] ?? 'missing']));
  const change = (each: Difference, of: 'share' | 'rate') => (
    <span
      className="inline-flex flex-wrap items-baseline justify-end gap-x-2"
      title={each[of].reason ?? undefined}
    >
      <Figure
        metric={of === 'share' ? 'group-share-change' : 'selection-rate-change'}
        slice={sliceOf(each)}
        value={each[of].difference === null ? null : each[of].difference * 100}
        name={`${nameOf(each.group)}: ${t(of === 'share' ? 'shareChange' : 'rateChange')}`}
        reason={each[of].reason}
        format="signed"
        digits={1}
      />
      {each[of].interval === null ? null : (
        <span className="text-xs text-fg-muted">
          {formatInterval(each[of].interval.low * 100, each[of].interval.high * 100, locale, 'plain', 1)}
        </span>
      )}
    </span>
  );
  const hasOutcome = question.real.question.target !== null;
  const columns: TableColumn<Difference>[] = [
    { id: 'group', header: t('group'), rowHeader: true, cell: (each) => nameOf(each.group) },
    {
      id: 'share',
      header: t('share'),
      numeric: true,
      cell: (each) =>
        `${percent(find(question.real, each)?.share.estimate ?? null, 1)} → ${percent(find(question.synthetic, each)?.share.estimate ?? null, 1)}`,
    },
    { id: 'shareChange', header: t('shareChange'), numeric: true, cell: (each) => change(each, 'share') },
    ...(hasOutcome
      ? [
          {
            id: 'rate',
            header: t('rate'),
            numeric: true,
            cell: (each: Difference) =>
              `${percent(find(question.real, each)?.outcome?.rate?.estimate ?? null, 1)} → ${percent(find(question.synthetic, each)?.outcome?.rate?.estimate ?? null, 1)}`,
          },
          {
            id: 'rateChange',
            header: t('rateChange'),
            numeric: true,
            cell: (each: Difference) => change(each, 'rate'),
          },
          {
            id: 'fourFifths',
            header: t('fourFifths'),
            cell: (each: Difference) => (
              <FourFifthsChange
                before={find(question.real, each)?.outcome?.fourFifths}
                after={find(question.synthetic, each)?.outcome?.fourFifths}
              />
            ),
          },
        ]
      : []),
  ];
  const word = value === null ? null : value > 0.005 ? 'amplified' : value < -0.005 ? 'lessened' : 'kept';
  return (
    <div className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-sm font-medium wrap-anywhere">{question.groups.join(' × ')}</h3>
        {word === null ? null : (
          <Badge tone={word === 'amplified' ? 'warn' : word === 'lessened' ? 'info' : 'good'}>
            {t(`word.${word}`)}
          </Badge>
        )}
        <span className="text-xs text-fg-muted">
          {t('parity', {
            real: points(question.real.parity?.difference ?? null),
            synthetic: points(question.synthetic.parity?.difference ?? null),
          })}{' '}
          <Figure
            metric="bias-amplification"
            slice={{ by: question.groups.join(', ') }}
            value={value === null ? null : value * 100}
            reason={reason}
            name={t('amplification')}
            format="signed"
            digits={1}
          />
        </span>
      </div>
      <DataTable
        caption={question.groups.join(' × ')}
        columns={columns}
        rows={question.differences.slice(0, 30)}
        rowKey={(each) => JSON.stringify(each.group)}
        dense
      />
    </div>
  );
}

type FourFifths = 'passes' | 'fails' | 'not-assessable';

function FourFifthsChange({
  before,
  after,
}: {
  before: FourFifths | undefined;
  after: FourFifths | undefined;
}) {
  const t = useTranslations('reports.bias');
  if (before === undefined || after === undefined) return '–';
  if (before === after) return t(`rule.${after}`);
  return (
    <span className={after === 'fails' ? 'text-bad-text' : undefined}>
      {t(`rule.${before}`)} → {t(`rule.${after}`)}
    </span>
  );
}
