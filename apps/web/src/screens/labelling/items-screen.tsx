'use client';

import { skipReason } from '@assay/contracts';
import {
  Badge,
  Button,
  Card,
  Chip,
  DataTable,
  DateTime,
  Duration,
  EmptyState,
  LinkButton,
  Pagination,
  SectionHeader,
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
import { TaskStatusBadge } from '../batches/batch-badges.tsx';
import { ProjectFrame } from '../projects/project-frame.tsx';
import {
  type LabelledItem,
  useLabellingFilter,
  useLabellingPulse,
  useNumbers,
  useScope,
} from './use-labelling.ts';

/** The turns behind a number of the labelling tab, one by one. */
export function LabelledItems({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <Items projectId={projectId} />}</ProjectFrame>;
}

const isId = (text: string | null): text is string => text !== null && /^[0-9a-f-]{36}$/.test(text);

/** What the address asks for. */
function useAsked() {
  const { params } = useUrlParams();
  const { batchId, days, timeZone } = useLabellingFilter();
  const status = params.get('status');
  const day = params.get('day');
  const [question, label] = [params.get('question'), params.get('label')];
  return {
    batchId: isId(batchId) ? batchId : null,
    // A day says itself which one it is.
    days: day === null ? days : null,
    timeZone,
    status: (['SUBMITTED', 'SKIPPED'] as const).find((each) => each === status) ?? null,
    day: day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : null,
    skipReason: skipReason.safeParse(params.get('reason')).data ?? null,
    label: isId(question) && isId(label) ? { questionId: question, labelId: label } : null,
    person: isId(params.get('person')) ? params.get('person') : null,
    slice: isId(params.get('slice')) ? params.get('slice') : null,
  };
}

function Items({ projectId }: { projectId: string }) {
  const t = useTranslations('labelling');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { hrefWith, replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const scope = useScope(projectId);
  useLabellingPulse(projectId);
  const { person, slice, ...asked } = useAsked();
  const filter = { projectId, ...asked, cursor, limit: 25 };
  const all = useQuery({
    ...trpc.dashboard.items.queryOptions(
      scope === 'all' ? { ...filter, personId: person, sliceId: slice } : skipToken,
    ),
    placeholderData: keepPreviousData,
  });
  const mine = useQuery({
    ...trpc.dashboard.myItems.queryOptions(scope === 'mine' ? filter : skipToken),
    placeholderData: keepPreviousData,
  });
  const columns = useItemColumns(scope === 'all');
  if (scope === 'none') return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  const back = hrefWith({
    status: null,
    day: null,
    reason: null,
    question: null,
    label: null,
    person: null,
    slice: null,
    after: null,
  });
  const clear = () =>
    replace({
      status: null,
      day: null,
      reason: null,
      question: null,
      label: null,
      person: null,
      slice: null,
      batch: null,
      days: 'all',
      after: null,
    });
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader
        title={t('items.title')}
        description={t('items.about')}
        actions={
          <LinkButton
            href={path(
              `/projects/${projectId}/labelling${back.includes('?') ? back.slice(back.indexOf('?')) : ''}`,
            )}
            icon={<ArrowLeft aria-hidden />}
          >
            {t('items.back')}
          </LinkButton>
        }
      />
      <Filters projectId={projectId} scope={scope} />
      <QueryState query={scope === 'mine' ? mine : all} loading={<LoadingCard />}>
        {({ items, cursor: next }) => (
          <>
            <Card flush>
              <DataTable
                caption={t('items.title')}
                columns={columns}
                rows={items}
                rowKey={(item) => item.id}
                narrow="cards"
                dense
                empty={
                  <EmptyState
                    icon={<SearchX />}
                    compact
                    title={t('items.noMatchTitle')}
                    description={t('items.noMatchBody')}
                    action={<Button onClick={clear}>{t('items.clear')}</Button>}
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

/** What is asked for, in words; each can be taken away. */
function Filters({ projectId, scope }: { projectId: string; scope: 'all' | 'mine' | null }) {
  const t = useTranslations('labelling.items');
  const filters = useTranslations('labelling.filters');
  const words = useTranslations('batches');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const { replace } = useUrlParams();
  const asked = useAsked();
  // Asked for only where it has to name something: it counts everything.
  const numbers = useNumbers(projectId, asked.label === null ? null : scope);
  const members = useQuery(
    trpc.project.members.queryOptions(asked.person === null || scope !== 'all' ? skipToken : { projectId }),
  );
  const batch = useQuery(
    trpc.batch.get.queryOptions(asked.batchId === null ? skipToken : { batchId: asked.batchId }),
  );
  const scenarios = useQuery(
    trpc.scenario.list.queryOptions(asked.slice === null || scope !== 'all' ? skipToken : { projectId }),
  );
  const sliceName = scenarios.data?.scenarios.find((each) => each.id === asked.slice)?.name;
  const personName = members.data?.find((each) => each.userId === asked.person)?.name;
  const labelName = numbers.data?.labels.find((each) => each.labelId === asked.label?.labelId)?.label;
  const chips: { key: string; label: string; without: Record<string, string | null> }[] = [
    ...(asked.batchId === null
      ? []
      : [
          {
            key: 'batch',
            label:
              batch.data === undefined
                ? filters('batch')
                : filters('batchOf', { number: batch.data.number, name: batch.data.name }),
            without: { batch: null },
          },
        ]),
    ...(asked.person === null || scope !== 'all'
      ? []
      : [{ key: 'person', label: personName ?? common('unknownPerson'), without: { person: null } }]),
    ...(asked.status === null
      ? []
      : [{ key: 'status', label: words(`taskStatus.${asked.status}`), without: { status: null } }]),
    ...(asked.skipReason === null
      ? []
      : [{ key: 'reason', label: words(`skipReasons.${asked.skipReason}`), without: { reason: null } }]),
    ...(asked.label === null
      ? []
      : [{ key: 'label', label: labelName ?? t('aLabel'), without: { question: null, label: null } }]),
    ...(asked.slice === null || scope !== 'all'
      ? []
      : [{ key: 'slice', label: sliceName ?? t('aSlice'), without: { slice: null } }]),
    ...(asked.day === null ? [] : [{ key: 'day', label: asked.day, without: { day: null } }]),
    ...(asked.days === null || asked.day !== null
      ? []
      : [{ key: 'days', label: filters('days', { days: asked.days }), without: { days: 'all' } }]),
  ];
  if (chips.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {chips.map((chip) => (
        <Chip key={chip.key} label={chip.label} onRemove={() => replace({ ...chip.without, after: null })} />
      ))}
    </div>
  );
}

function useItemColumns(named: boolean): TableColumn<LabelledItem>[] {
  const t = useTranslations('labelling.items');
  const controls = useTranslations('labelling.controls');
  const words = useTranslations('batches');
  const common = useTranslations('common');
  const { path } = useOrg();
  return [
    {
      id: 'sample',
      header: t('sample'),
      rowHeader: true,
      cell: ({ batch, item, row, control }) => (
        <span className="inline-flex flex-wrap items-center gap-1.5 tabular-nums">
          {batch.kind === 'blind'
            ? words('tasks.placeOf', { sample: item + 1 })
            : words('tasks.sampleOf', { sample: item + 1, row: row + 1 })}
          {control === null ? null : <Badge>{controls(`kinds.${control}`)}</Badge>}
        </span>
      ),
    },
    {
      id: 'batch',
      header: t('batch'),
      cell: ({ batch }) => (
        <TextLink href={path(`/batches/${batch.id}`)}>
          {words('numbered', { number: batch.number })}: {batch.name}
        </TextLink>
      ),
    },
    {
      id: 'status',
      header: t('status'),
      cell: ({ skipped }) => <TaskStatusBadge status={skipped ? 'SKIPPED' : 'SUBMITTED'} />,
    },
    ...(named
      ? [
          {
            id: 'person',
            header: t('person'),
            cell: ({ person }: LabelledItem) => person.name ?? common('unknownPerson'),
          },
        ]
      : []),
    {
      id: 'said',
      header: t('said'),
      cell: ({ labels, skipReason: reason, skipNote }) =>
        reason === null ? (
          labels.length === 0 ? (
            '–'
          ) : (
            <span className="wrap-anywhere">{labels.join(', ')}</span>
          )
        ) : (
          <span className="flex flex-col">
            <span>{words(`skipReasons.${reason}`)}</span>
            {skipNote === null || skipNote === '' ? null : (
              <span className="max-w-sm text-xs text-fg-muted wrap-anywhere">{skipNote}</span>
            )}
          </span>
        ),
    },
    {
      id: 'time',
      header: t('time'),
      numeric: true,
      cell: ({ activeMs }) => (activeMs === null ? '–' : <Duration ms={activeMs} />),
    },
    { id: 'when', header: t('when'), cell: ({ endedAt }) => <DateTime at={endedAt} /> },
  ];
}
