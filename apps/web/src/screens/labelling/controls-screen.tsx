'use client';

import { controlKind, controlOutcome, faultKind } from '@assay/contracts';
import {
  Badge,
  Button,
  Card,
  Chip,
  DataTable,
  DateTime,
  EmptyState,
  LinkButton,
  Pagination,
  SectionHeader,
  Select,
  type TableColumn,
  TextLink,
} from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { ArrowLeft, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ProjectFrame } from '../projects/project-frame.tsx';
import { type ControlAnswer, useLabellingFilter, useLabellingPulse, useScope } from './use-labelling.ts';

/** Answers to control tasks one by one, beside what was known or planted. */
export function ControlAnswers({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <Answers projectId={projectId} />}</ProjectFrame>;
}

function useAsked() {
  const { params } = useUrlParams();
  const { batchId, days, timeZone } = useLabellingFilter();
  const person = params.get('person');
  return {
    batchId,
    days,
    timeZone,
    personId: person,
    kind: controlKind.safeParse(params.get('kind')).data ?? null,
    outcome: controlOutcome.safeParse(params.get('outcome')).data ?? null,
    fault: faultKind.safeParse(params.get('fault')).data ?? null,
  };
}

const NO_FILTER = { person: null, kind: null, outcome: null, fault: null, after: null };

function Answers({ projectId }: { projectId: string }) {
  const words = useTranslations('labelling');
  const t = useTranslations('labelling.controls');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { hrefWith, replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const scope = useScope(projectId);
  useLabellingPulse(projectId);
  const asked = useAsked();
  const answers = useQuery({
    ...trpc.dashboard.controlAnswers.queryOptions(
      scope === 'all' ? { projectId, ...asked, cursor, limit: 25 } : skipToken,
    ),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (scope === 'none' || scope === 'mine') {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const back = hrefWith(NO_FILTER);
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader
        title={t('listTitle')}
        description={t('listAbout')}
        actions={
          <LinkButton
            href={path(
              `/projects/${projectId}/labelling${back.includes('?') ? back.slice(back.indexOf('?')) : ''}`,
            )}
            icon={<ArrowLeft aria-hidden />}
          >
            {words('items.back')}
          </LinkButton>
        }
      />
      <Filters projectId={projectId} />
      <QueryState query={answers} loading={<LoadingCard />}>
        {({ answers: rows, cursor: next }) => (
          <>
            <Card flush>
              <DataTable
                caption={t('listTitle')}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
                narrow="cards"
                empty={
                  <EmptyState
                    icon={<SearchX />}
                    compact
                    title={words('items.noMatchTitle')}
                    description={t('noMatchBody')}
                    action={
                      <Button onClick={() => replace({ ...NO_FILTER, batch: null, days: 'all' })}>
                        {words('items.clear')}
                      </Button>
                    }
                  />
                }
              />
            </Card>
            {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
          </>
        )}
      </QueryState>
    </div>
  );
}

function Filters({ projectId }: { projectId: string }) {
  const t = useTranslations('labelling.controls');
  const filters = useTranslations('labelling.filters');
  const faults = useTranslations('labelling.faults');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const { replace } = useUrlParams();
  const asked = useAsked();
  const members = useQuery(
    trpc.project.members.queryOptions(asked.personId === null ? skipToken : { projectId }),
  );
  const name = members.data?.find((each) => each.userId === asked.personId)?.name;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        aria-label={t('kind')}
        className="w-full sm:w-48"
        value={asked.kind ?? ''}
        onChange={({ target }) => replace({ kind: target.value, after: null })}
        options={[
          { value: '', label: t('everyKind') },
          ...controlKind.options.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
      />
      <Select
        aria-label={t('outcome')}
        className="w-full sm:w-48"
        value={asked.outcome ?? ''}
        onChange={({ target }) => replace({ outcome: target.value, after: null })}
        options={[
          { value: '', label: t('everyOutcome') },
          ...controlOutcome.options.map((outcome) => ({ value: outcome, label: t(`outcomes.${outcome}`) })),
        ]}
      />
      {asked.fault === null ? null : (
        <Chip label={faults(asked.fault)} onRemove={() => replace({ fault: null, after: null })} />
      )}
      {asked.personId === null ? null : (
        <Chip
          label={name ?? common('unknownPerson')}
          onRemove={() => replace({ person: null, after: null })}
        />
      )}
      {asked.batchId === null ? null : (
        <Chip label={filters('batch')} onRemove={() => replace({ batch: null, after: null })} />
      )}
      {asked.days === null ? null : (
        <Chip
          label={filters('days', { days: asked.days })}
          onRemove={() => replace({ days: 'all', after: null })}
        />
      )}
    </div>
  );
}

const TONES = { right: 'good', caught: 'good', wrong: 'bad', missed: 'bad', skipped: 'neutral' } as const;

function useColumns(): TableColumn<ControlAnswer>[] {
  const t = useTranslations('labelling.controls');
  const words = useTranslations('batches');
  const common = useTranslations('common');
  const { path } = useOrg();
  return [
    {
      id: 'sample',
      header: t('sample'),
      rowHeader: true,
      cell: ({ item, row, batch }) => (
        <span className="flex flex-col">
          <span className="whitespace-nowrap tabular-nums">
            {words('tasks.sampleOf', { sample: item + 1, row: row + 1 })}
          </span>
          <TextLink href={path(`/batches/${batch.id}`)}>
            {words('numbered', { number: batch.number })}: {batch.name}
          </TextLink>
        </span>
      ),
    },
    { id: 'person', header: t('person'), cell: ({ person }) => person.name ?? common('unknownPerson') },
    { id: 'kind', header: t('kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { id: 'known', header: t('known'), cell: (answer) => <Known answer={answer} /> },
    { id: 'said', header: t('said'), cell: (answer) => <Said answer={answer} /> },
    {
      id: 'outcome',
      header: t('outcome'),
      cell: ({ outcome }) => <Badge tone={TONES[outcome]}>{t(`outcomes.${outcome}`)}</Badge>,
    },
    { id: 'when', header: t('when'), cell: ({ at }) => <DateTime at={at} /> },
  ];
}

/** What was known: an expert's answers; or what was planted, and what had stood there. */
function Known({ answer: { fault, questions } }: { answer: ControlAnswer }) {
  const t = useTranslations('labelling.controls');
  const faults = useTranslations('labelling.faults');
  const shown = (value: string | number | boolean | null) => (value === null ? t('empty') : String(value));
  if (fault === null)
    return <Pairs pairs={questions.map(({ id, name, known }) => ({ id, name, value: known }))} />;
  return (
    <span className="flex max-w-sm flex-col wrap-anywhere">
      <span>{faults(fault.kind)}</span>
      <span className="text-xs text-fg-muted">
        {fault.other === null
          ? t('planted', { column: fault.column, shown: shown(fault.shown), was: shown(fault.was) })
          : t('exchanged', { column: fault.column, other: fault.other })}
      </span>
    </span>
  );
}

function Said({ answer: { questions, kind } }: { answer: ControlAnswer }) {
  if (kind === 'seeded') return '–';
  return (
    <Pairs
      pairs={questions
        .filter(({ right, said }) => !right && said !== null)
        .map(({ id, name, said }) => ({ id, name, value: said ?? '' }))}
    />
  );
}

function Pairs({ pairs }: { pairs: readonly { id: string; name: string; value: string }[] }) {
  const t = useTranslations('labelling.controls');
  if (pairs.length === 0) return '–';
  return (
    <span className="flex max-w-sm flex-col gap-1">
      {pairs.map(({ id, name, value }) => (
        <span key={id} className="flex flex-col wrap-anywhere">
          <span className="text-xs text-fg-muted">{name}</span>
          <span>{value === '' ? t('nothing') : value}</span>
        </span>
      ))}
    </span>
  );
}
