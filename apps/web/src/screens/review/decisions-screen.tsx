'use client';

import {
  Badge,
  Card,
  DataTable,
  EmptyState,
  Field,
  LinkButton,
  Pagination,
  SectionHeader,
  Select,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { Gavel } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ReviewFrame } from './review-frame.tsx';
import type { Decision } from './review-types.ts';

const KINDS = ['accepted', 'corrected', 'rejected', 'sent-back'] as const;
type Kind = (typeof KINDS)[number];

/** What an expert decided, and what became of it. */
export function DecisionsScreen({ projectId }: { projectId: string }) {
  return <ReviewFrame projectId={projectId}>{() => <Decisions projectId={projectId} />}</ReviewFrame>;
}

function Decisions({ projectId }: { projectId: string }) {
  const t = useTranslations('review.decisions');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { params, replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const mine = params.get('who') !== 'all';
  const kind = KINDS.find((each) => each === params.get('what'));
  const query = useQuery({
    ...trpc.review.decisions.queryOptions({
      projectId,
      mine,
      ...(kind === undefined ? {} : { kind }),
      cursor,
      limit: 50,
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} />
      <div className="grid max-w-xl grid-cols-1 gap-3 min-[28rem]:grid-cols-2">
        <Field label={t('who')}>
          <Select
            value={mine ? '' : 'all'}
            onChange={(event) => replace({ who: event.target.value, after: null })}
            options={[
              { value: '', label: t('mine') },
              { value: 'all', label: t('all') },
            ]}
          />
        </Field>
        <Field label={t('what')}>
          <Select
            value={kind ?? ''}
            onChange={(event) => replace({ what: event.target.value, after: null })}
            options={[
              { value: '', label: t('any') },
              ...KINDS.map((each) => ({ value: each, label: t(`kinds.${each}`) })),
            ]}
          />
        </Field>
      </div>
      <QueryState query={query} loading={<LoadingCard />}>
        {({ decisions, cursor: next }) => (
          <>
            {decisions.length === 0 ? (
              <Card>
                <EmptyState
                  icon={<Gavel aria-hidden />}
                  title={t('emptyTitle')}
                  description={t('emptyBody')}
                  action={
                    <LinkButton href={path(`/projects/${projectId}/review`)}>{t('toInbox')}</LinkButton>
                  }
                />
              </Card>
            ) : (
              <Card flush>
                <DecisionTable decisions={decisions} projectId={projectId} mine={mine} />
              </Card>
            )}
            {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
          </>
        )}
      </QueryState>
    </div>
  );
}

function DecisionTable({
  decisions,
  projectId,
  mine,
}: {
  decisions: readonly Decision[];
  projectId: string;
  mine: boolean;
}) {
  const t = useTranslations('review');
  const common = useTranslations('common');
  const { path } = useOrg();
  return (
    <DataTable<Decision>
      caption={t('decisions.table')}
      narrow="cards"
      rows={decisions}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'sample',
          header: t('decisions.sample'),
          rowHeader: true,
          cell: ({ item }) => (
            <TextLink href={path(`/projects/${projectId}/review/${item.id}`)}>
              {t('inbox.rowNumber', { row: item.row + 1 })}
            </TextLink>
          ),
        },
        { id: 'what', header: t('decisions.what'), cell: ({ kind }) => t(`decisions.kinds.${kind as Kind}`) },
        {
          id: 'reasons',
          header: t('decisions.reasons'),
          cell: ({ faults, comment, pattern }) => (
            <div className="flex flex-col gap-1">
              <p className="flex flex-wrap gap-1.5">
                {faults.map((fault) => (
                  <Badge key={fault}>{t(`faults.${fault}`)}</Badge>
                ))}
                {pattern === null ? null : (
                  <Badge tone="accent">{t('decisions.pattern', { number: pattern.number })}</Badge>
                )}
                {faults.length === 0 && pattern === null && comment === '' ? '–' : null}
              </p>
              {comment === '' ? null : <p className="text-fg-secondary wrap-anywhere">{comment}</p>}
            </div>
          ),
        },
        { id: 'became', header: t('decisions.became'), cell: (decision) => <Became decision={decision} /> },
        ...(mine
          ? []
          : [
              {
                id: 'by',
                header: t('decisions.by'),
                cell: ({ by }: Decision) => by.name ?? common('unknownPerson'),
              },
            ]),
        { id: 'when', header: t('decisions.when'), cell: ({ at }) => <TimeAgo at={at} /> },
      ]}
    />
  );
}

function Became({ decision }: { decision: Decision }) {
  const t = useTranslations('review.decisions');
  const { kind, stands, answers } = decision;
  if (kind !== 'sent-back') {
    if (!stands) return <span className="text-fg-muted">{t('replaced')}</span>;
    return <Badge tone="good">{t(kind === 'rejected' ? 'standsRejected' : 'stands')}</Badge>;
  }
  if (answers.length === 0) return <span className="text-fg-muted">{t('replaced')}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {answers.map(({ status, reply }, at) => {
        const word = status === 'WAITING' ? 'waiting' : status === 'REVISED' ? 'revised' : 'contested';
        return (
          <li key={`${status} ${reply} ${at}`}>
            <Badge tone={word === 'waiting' ? 'warn' : 'info'}>{t(word)}</Badge>
            {reply === '' ? null : <span className="block text-fg-secondary wrap-anywhere">{reply}</span>}
          </li>
        );
      })}
    </ul>
  );
}
