'use client';

import { Button, Callout, Card, EmptyState, Select, SkeletonRows } from '@assay/ui';
import { keepPreviousData, skipToken } from '@tanstack/react-query';
import { MessagesSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { QueryState } from '~/shell/page-states.tsx';
import { useMarkRead } from '~/shell/use-mark-read.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { AboutRegion, ChosenRegion } from './about-region.tsx';
import { CommentForm } from './comment-form.tsx';
import { PendingComment } from './comment-item.tsx';
import { CommentThread } from './comment-thread.tsx';
import type { Subject, Thread } from './comment-types.ts';
import { LOOK_MS, type RegionTalk, THREADS_ON_PAGE } from './region-talk.ts';
import { useComments } from './use-comments.ts';
import { useDraft } from './use-draft.ts';
import { useLinkedComment } from './use-linked-comment.ts';

const SHOWS = ['OPEN', 'RESOLVED', 'ALL'] as const;
type Show = (typeof SHOWS)[number];

/** What is said of a thing: threads, the newest first, and a field for the next. */
export function CommentsCard({
  subject,
  projectId,
  talk = null,
}: {
  subject: Subject;
  projectId: string;
  /** Where threads can be about regions. */
  talk?: RegionTalk | null;
}) {
  const t = useTranslations('comments');
  const trpc = useTRPC();
  const { may } = useMay(projectId);
  const mayWrite = may('comment.write');
  const [show, setShow] = useState<Show>('OPEN');
  const [trail, setTrail] = useState<readonly (string | null)[]>([null]);
  const linked = useLinkedComment();
  const chosen = talk?.chosen ?? null;
  const chosenName = chosen === null ? null : (talk?.nameOf(chosen) ?? null);
  useEffect(() => setTrail([null]), [chosen]);
  const query = useQuery({
    ...trpc.comment.threads.queryOptions({
      ...subject,
      state: show === 'ALL' ? null : show,
      regionId: chosen,
      cursor: trail.at(-1) ?? null,
      limit: THREADS_ON_PAGE,
    }),
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_MS,
  });
  const ofLink = useQuery(
    trpc.comment.thread.queryOptions(linked === null ? skipToken : { commentId: linked }),
  );
  const { people, pending, store, write, reload } = useComments(subject, mayWrite);
  const draft = useDraft(
    ['new', subject.subjectType, subject.subjectId, ...(chosen === null ? [] : [chosen])].join('.'),
  );
  const pinned =
    linked !== null && ofLink.data?.subjectId === subject.subjectId ? ofLink.data.thread : undefined;
  const isLinkLost =
    linked !== null && (ofLink.isError || (ofLink.data !== undefined && pinned === undefined));
  const seen = useSeen([...(query.data?.threads ?? []), ...(pinned === undefined ? [] : [pinned])]);
  useShow(pinned === undefined ? null : linked);
  const common = { people, mayWrite, linked, seen, store, write, reload };
  const threadOf = (thread: Thread) => (
    <CommentThread
      key={thread.id}
      thread={thread}
      pending={pending.filter((each) => each.threadId === thread.id)}
      about={
        thread.regionId === null || talk === null ? null : (
          <AboutRegion regionId={thread.regionId} talk={talk} />
        )
      }
      {...common}
    />
  );
  const counts = query.data?.counts;
  return (
    <Card
      title={t('title')}
      id="comments"
      description={t('about')}
      actions={
        <Select
          aria-label={t('show')}
          className="w-40"
          value={show}
          onChange={(event) => {
            setShow(SHOWS.find((each) => each === event.target.value) ?? 'OPEN');
            setTrail([null]);
          }}
          options={[
            { value: 'OPEN', label: t('open', { count: counts?.open ?? 0 }) },
            { value: 'RESOLVED', label: t('resolvedCount', { count: counts?.resolved ?? 0 }) },
            { value: 'ALL', label: t('all') },
          ]}
        />
      }
    >
      <div className="flex flex-col gap-4">
        {chosen === null || talk === null ? null : <ChosenRegion regionId={chosen} talk={talk} />}
        {mayWrite && (chosen === null || chosenName !== null) ? (
          <CommentForm
            label={chosenName === null ? t('newThread') : t('newOfRegion', { name: chosenName })}
            hint={t('newThreadHint')}
            send={t('send')}
            text={draft.text}
            setText={draft.setText}
            people={people}
            onSend={(text) => draft.send(text, () => write(null, text, chosen))}
          />
        ) : null}
        {pending.map(({ key, threadId, text }) =>
          threadId === null ? <PendingComment key={key} text={text} people={people} /> : null,
        )}
        {isLinkLost ? (
          <Callout tone="warn" title={t('linkedGone')}>
            {t('linkedGoneBody')}
          </Callout>
        ) : null}
        {pinned === undefined ? null : (
          <div className="flex flex-col gap-2">
            <p className="text-xs font-medium text-fg-muted">{t('linked')}</p>
            {threadOf(pinned)}
          </div>
        )}
        <QueryState query={query} loading={<SkeletonRows rows={2} />}>
          {({ threads, cursor }) => {
            const others = threads.filter((thread) => thread.id !== pinned?.id);
            return (
              <>
                {threads.length === 0 && trail.length === 1 ? (
                  pinned === undefined ? (
                    <Nothing
                      show={show}
                      any={(counts?.open ?? 0) + (counts?.resolved ?? 0) > 0}
                      mayWrite={mayWrite}
                    />
                  ) : null
                ) : (
                  others.map(threadOf)
                )}
                {trail.length === 1 && cursor === null ? null : (
                  <div className="flex flex-wrap gap-2">
                    <Button
                      size="sm"
                      disabled={trail.length === 1}
                      onClick={() => setTrail((before) => before.slice(0, -1))}
                    >
                      {t('newer')}
                    </Button>
                    <Button
                      size="sm"
                      disabled={cursor === null}
                      onClick={() => setTrail((before) => [...before, cursor])}
                    >
                      {t('older')}
                    </Button>
                  </div>
                )}
              </>
            );
          }}
        </QueryState>
      </div>
    </Card>
  );
}

function Nothing({ show, any, mayWrite }: { show: Show; any: boolean; mayWrite: boolean }) {
  const t = useTranslations('comments');
  const [title, body] =
    show === 'RESOLVED'
      ? [t('emptyResolvedTitle'), t('emptyResolvedBody')]
      : [any ? t('emptyOpenTitle') : t('emptyTitle'), t(mayWrite ? 'emptyOpenBody' : 'emptyOpenBodyRead')];
  return <EmptyState compact icon={<MessagesSquare aria-hidden />} title={title} description={body} />;
}

/** Whoever sees what they were told of has read it: its notifications are marked, and it stays new while they look. */
function useSeen(threads: readonly Thread[]): ReadonlySet<string> {
  const { mutate } = useMarkRead();
  const seen = useRef(new Set<string>());
  const news = threads.flatMap((thread) =>
    thread.comments.flatMap(({ id, notificationId }) =>
      notificationId === null || seen.current.has(id) ? [] : [{ id, notificationId }],
    ),
  );
  const ids = news.map((each) => each.notificationId).join(' ');
  useEffect(() => {
    if (ids === '') return;
    mutate({ ids: ids.split(' ') });
  }, [ids, mutate]);
  useEffect(() => {
    for (const { id } of news) seen.current.add(id);
  });
  return seen.current;
}

/** Brings the comment of a link into view once it is there. */
function useShow(commentId: string | null): void {
  useEffect(() => {
    if (commentId === null) return;
    const node = document.getElementById(`comment-${commentId}`);
    node?.scrollIntoView({ block: 'center' });
    node?.focus({ preventScroll: true });
  }, [commentId]);
}
