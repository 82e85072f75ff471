'use client';

import {
  Badge,
  Card,
  DataTable,
  EmptyState,
  Field,
  Pagination,
  SectionHeader,
  Select,
  TextLink,
  TimeAgo,
} from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LoadingCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { usePager, useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ReviewFrame } from './review-frame.tsx';
import type { ReturnedItem } from './review-types.ts';

const TONES = { WAITING: 'warn', REVISED: 'good', CONTESTED: 'info', WITHDRAWN: 'neutral' } as const;

/** One's own answers that an expert sent back. */
export function ReturnedScreen({ projectId }: { projectId: string }) {
  return (
    <ReviewFrame projectId={projectId} needs="task.work">
      {() => <ReturnedList projectId={projectId} />}
    </ReviewFrame>
  );
}

function ReturnedList({ projectId }: { projectId: string }) {
  const t = useTranslations('review');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { params, replace } = useUrlParams();
  const { cursor, pages } = usePager();
  const waiting = params.get('show') !== 'answered';
  const query = useQuery({
    ...trpc.review.returns.queryOptions({ projectId, waiting, cursor, limit: 50 }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('returned.title')} description={t('returned.about')} />
      <Field label={t('returned.show')}>
        <Select
          className="max-w-60"
          value={waiting ? '' : 'answered'}
          onChange={(event) => replace({ show: event.target.value, after: null })}
          options={[
            { value: '', label: t('returned.waiting') },
            { value: 'answered', label: t('returned.answered') },
          ]}
        />
      </Field>
      <QueryState query={query} loading={<LoadingCard />}>
        {({ returns, cursor: next }) => (
          <>
            {returns.length === 0 ? (
              <Card>
                <EmptyState
                  icon={<Undo2 aria-hidden />}
                  title={t(waiting ? 'returned.emptyTitle' : 'returned.emptyAnsweredTitle')}
                  description={t(waiting ? 'returned.emptyBody' : 'returned.emptyAnsweredBody')}
                />
              </Card>
            ) : (
              <Card flush>
                <DataTable<ReturnedItem>
                  caption={t('returned.table')}
                  narrow="cards"
                  rows={returns}
                  rowKey={({ id }) => id}
                  columns={[
                    {
                      id: 'sample',
                      header: t('returned.sample'),
                      rowHeader: true,
                      cell: ({ id, row, batch }) => (
                        <>
                          <TextLink href={path(`/projects/${projectId}/review/returned/${id}`)}>
                            {t('returned.open', { row: row + 1 })}
                          </TextLink>
                          <span className="block text-fg-muted">{t('inbox.batchName', batch)}</span>
                        </>
                      ),
                    },
                    {
                      id: 'why',
                      header: t('returned.why'),
                      cell: ({ faults, comment }) => (
                        <div className="flex flex-col gap-1">
                          <p className="flex flex-wrap gap-1.5">
                            {faults.map((fault) => (
                              <Badge key={fault}>{t(`faults.${fault}`)}</Badge>
                            ))}
                          </p>
                          {comment === '' ? null : <p className="wrap-anywhere">{comment}</p>}
                        </div>
                      ),
                    },
                    {
                      id: 'state',
                      header: t('returned.state'),
                      cell: ({ status }) => (
                        <Badge tone={TONES[status]}>{t(`returned.statuses.${status}`)}</Badge>
                      ),
                    },
                    {
                      id: 'when',
                      header: t('returned.when'),
                      cell: ({ createdAt }) => <TimeAgo at={createdAt} />,
                    },
                  ]}
                />
              </Card>
            )}
            {cursor === null && next === null ? null : <Pagination {...pages(next)} />}
          </>
        )}
      </QueryState>
    </div>
  );
}
