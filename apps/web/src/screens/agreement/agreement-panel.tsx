'use client';

import type { AppRouter } from '@assay/api';
import type { AgreementFigure, AgreementQuestion } from '@assay/contracts';
import { Button, Callout, Card, DataTable, EmptyState, NumberText, TextLink, Tooltip } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { RegionTables } from './region-tables.tsx';

type Output = inferRouterOutputs<AppRouter>;
type View = Output['agreement']['get'];

const COMPUTING_MS = 3000;

/** How far people agree on a batch, by question, label, week and pair of people. */
export function AgreementPanel({ batchId }: { batchId: string }) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.agreement.get.queryOptions({ batchId }),
    refetchInterval: ({ state }) => (state.data?.state === 'to-compute' ? COMPUTING_MS : false),
  });
  const batch = useQuery(trpc.batch.get.queryOptions({ batchId }));
  const schema = useQuery({
    ...trpc.labelSchema.version.queryOptions({
      labelSchemaVersionId: batch.data?.labelSchemaVersionId ?? batchId,
    }),
    enabled: batch.data !== undefined,
  });
  return (
    <QueryState query={query}>
      {(view) => (
        <QueryState query={schema}>
          {({ document }) => <Found view={view} batchId={batchId} questions={document.questions} />}
        </QueryState>
      )}
    </QueryState>
  );
}

type Questions = Output['labelSchema']['version']['document']['questions'];

function Found({ view, batchId, questions }: { view: View; batchId: string; questions: Questions }) {
  const t = useTranslations('agreement');
  const { agreement } = view;
  if (agreement === null) return <ToCompute batchId={batchId} answers={view.answers} />;
  if (agreement.answers === 0) {
    return (
      <Card>
        <EmptyState icon={<Users aria-hidden />} title={t('noneTitle')} description={t('noneBody')} />
      </Card>
    );
  }
  const { answers, samples, shared, people } = agreement;
  return (
    <div className="flex flex-col gap-5">
      <p className="text-sm text-fg-secondary">
        {t('summary', { answers, samples, shared, people: people.length })}
      </p>
      {shared === 0 ? (
        <Callout tone="info" title={t('singleTitle')}>
          {t('singleBody')}
        </Callout>
      ) : (
        agreement.questions.map((found) => (
          <QuestionCard
            key={found.questionId}
            found={found}
            question={questions.find((each) => each.id === found.questionId)}
            people={view.people}
            slices={view.slices}
          />
        ))
      )}
    </div>
  );
}

function ToCompute({ batchId, answers }: { batchId: string; answers: number }) {
  const t = useTranslations('agreement');
  const trpc = useTRPC();
  const { path } = useOrg();
  const compute = useMutation(trpc.agreement.compute.mutationOptions());
  return (
    <Card>
      <div className="flex flex-col items-start gap-3 text-sm">
        <p>{t('toCompute', { answers })}</p>
        <RefusalCallout error={compute.error} />
        {compute.data === undefined ? (
          <Button variant="primary" loading={compute.isPending} onClick={() => compute.mutate({ batchId })}>
            {t('compute')}
          </Button>
        ) : (
          <p role="status">
            {t('computing')} · <TextLink href={path(`/jobs/${compute.data.jobId}`)}>{t('computed')}</TextLink>
          </p>
        )}
      </div>
    </Card>
  );
}

const FIGURES = ['percent', 'alpha', 'fleiss', 'gwet'] as const;

function QuestionCard({
  found,
  question,
  people,
  slices,
}: {
  found: AgreementQuestion;
  question: Questions[number] | undefined;
  people: View['people'];
  slices: View['slices'];
}) {
  const t = useTranslations('agreement');
  const name = question?.name ?? t('realism');
  const isOrdinal = found.level === 'ordinal';
  const labels = question !== undefined && 'labels' in question ? question.labels : [];
  const nameOf = (id: string) => {
    const at = people.findIndex((person) => person.id === id);
    return people[at]?.name ?? t('person', { number: at + 1 });
  };
  const blind = found.pairs.length > 0 && people.every((person) => person.name === null);
  return (
    <Card
      title={name}
      description={found.regions === null ? t(`level.${found.level}`) : t('regions.about')}
      id={`agreement-${found.questionId}`}
      flush
    >
      {found.regions === null ? null : (
        <>
          <RegionTables found={found.regions} name={name} labels={labels} nameOf={nameOf} />
          <h3 className="border-t border-line px-4 pt-4 pb-2 text-sm font-semibold sm:px-5">
            {t('regions.sameLabels')}
          </h3>
        </>
      )}
      <DataTable
        narrow="cards"
        caption={t('table', { question: name })}
        rows={FIGURES.map((id) => ({ id, figure: found[id] }))}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'figure',
            header: t('figure'),
            rowHeader: true,
            cell: ({ id }) => {
              const word = id === 'gwet' && isOrdinal ? 'gwet2' : id;
              return (
                <Tooltip content={t(`about1.${word}`)}>
                  <span className="underline decoration-dotted underline-offset-4">
                    {t(`figures.${word}`)}
                  </span>
                </Tooltip>
              );
            },
          },
          ...figureColumns(t, ({ figure, id }: { figure: AgreementFigure; id: string }) => ({
            figure,
            share: id === 'percent',
          })),
        ]}
      />
      {found.labels.length === 0 ? null : (
        <Part title={t('byLabel')}>
          <DataTable
            narrow="cards"
            caption={`${name}: ${t('byLabel')}`}
            rows={found.labels}
            rowKey={({ labelId }) => labelId}
            columns={[
              {
                id: 'label',
                header: t('label'),
                rowHeader: true,
                cell: ({ labelId }) => labels.find((label) => label.id === labelId)?.name ?? '–',
              },
              {
                id: 'given',
                header: t('given'),
                numeric: true,
                cell: ({ given }) => <NumberText value={given} />,
              },
              ...figureColumns(t, ({ alpha }: AgreementQuestion['labels'][number]) => ({
                figure: alpha,
                share: false,
              })),
            ]}
          />
        </Part>
      )}
      {found.pairs.length === 0 ? null : (
        <Part title={t('byPair')} note={blind ? t('blind') : null}>
          <DataTable
            narrow="cards"
            caption={`${name}: ${t('byPair')}`}
            rows={found.pairs}
            rowKey={({ first, second }) => `${first} ${second}`}
            columns={[
              {
                id: 'pair',
                header: t('pair'),
                rowHeader: true,
                cell: ({ first, second }) => t('pairOf', { first: nameOf(first), second: nameOf(second) }),
              },
              {
                id: 'percent',
                header: t('figures.percent'),
                numeric: true,
                cell: ({ percent }) => <Value figure={percent} share />,
              },
              ...figureColumns(t, ({ kappa, weighted }: AgreementQuestion['pairs'][number]) => ({
                figure: weighted ?? kappa,
                share: false,
                header: isOrdinal ? t('weighted') : t('kappa'),
              })).map((column) =>
                column.id === 'value'
                  ? { ...column, header: isOrdinal ? t('weighted') : t('kappa') }
                  : column,
              ),
            ]}
          />
        </Part>
      )}
      {found.slices.length === 0 ? null : (
        <Part title={t('bySlice')} note={t('aboutSlices')}>
          <DataTable
            narrow="cards"
            caption={`${name}: ${t('bySlice')}`}
            rows={found.slices}
            rowKey={({ sliceId }) => sliceId}
            columns={[
              {
                id: 'slice',
                header: t('slice'),
                rowHeader: true,
                cell: ({ sliceId }) => slices.find(({ id }) => id === sliceId)?.name ?? '–',
              },
              {
                id: 'percent',
                header: t('figures.percent'),
                numeric: true,
                cell: ({ percent }) => <Value figure={percent} share />,
              },
              ...figureColumns(t, ({ alpha }: AgreementQuestion['slices'][number]) => ({
                figure: alpha,
                share: false,
              })).map((column) =>
                column.id === 'value' ? { ...column, header: t('figures.alpha') } : column,
              ),
            ]}
          />
        </Part>
      )}
      {found.weeks.length < 2 ? null : (
        <Part title={t('byWeek')}>
          <DataTable
            narrow="cards"
            caption={`${name}: ${t('byWeek')}`}
            rows={found.weeks}
            rowKey={({ week }) => week}
            columns={[
              { id: 'week', header: t('week'), rowHeader: true, cell: ({ week }) => week },
              ...figureColumns(t, ({ alpha }: AgreementQuestion['weeks'][number]) => ({
                figure: alpha,
                share: false,
              })),
            ]}
          />
        </Part>
      )}
    </Card>
  );
}

function Part({
  title,
  note = null,
  children,
}: {
  title: string;
  note?: string | null;
  children: React.ReactNode;
}) {
  return (
    <section className="border-t border-line">
      <h3 className="px-4 pt-4 pb-2 text-sm font-semibold sm:px-5">{title}</h3>
      {note === null ? null : <p className="px-4 pb-2 text-sm text-fg-muted sm:px-5">{note}</p>}
      {children}
    </section>
  );
}

type Words = ReturnType<typeof useTranslations<'agreement'>>;

/** Value, interval and how many samples, the same wherever a figure stands. */
function figureColumns<Row>(t: Words, of: (row: Row) => { figure: AgreementFigure; share: boolean }) {
  return [
    {
      id: 'value',
      header: t('value'),
      numeric: true,
      cell: (row: Row) => <Value {...of(row)} />,
    },
    {
      id: 'interval',
      header: t('interval'),
      numeric: true,
      cell: (row: Row) => <Interval {...of(row)} />,
    },
    {
      id: 'samples',
      header: t('samples'),
      numeric: true,
      cell: (row: Row) => <NumberText value={of(row).figure.samples} />,
    },
  ];
}

function Value({ figure, share }: { figure: AgreementFigure; share: boolean }) {
  const t = useTranslations('agreement');
  if (!figure.defined) {
    return <span className="text-fg-muted whitespace-normal">{t(`undefined.${figure.reason}`)}</span>;
  }
  return <Figure value={figure.value} share={share} />;
}

function Interval({ figure, share }: { figure: AgreementFigure; share: boolean }) {
  const t = useTranslations('agreement');
  if (!figure.defined || figure.low === null || figure.high === null) return t('noInterval');
  return (
    <span className="whitespace-nowrap">
      <Figure value={figure.low} share={share} /> – <Figure value={figure.high} share={share} />
    </span>
  );
}

function Figure({ value, share }: { value: number; share: boolean }) {
  return share ? <NumberText value={value} format="percent" /> : <span>{value.toFixed(3)}</span>;
}
