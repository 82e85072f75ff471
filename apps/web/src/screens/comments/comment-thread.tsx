'use client';

import { MOST_COMMENTS, shortened } from '@assay/contracts';
import { type Mentionable, writeMentions } from '@assay/domain';
import { Button, cn, TimeAgo, useToast } from '@assay/ui';
import { keepPreviousData, skipToken, useMutation } from '@tanstack/react-query';
import { CheckCircle2, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentItem, PendingComment, type Store } from './comment-item.tsx';
import type { Thread } from './comment-types.ts';
import type { Pending } from './use-comments.ts';
import { useDraft } from './use-draft.ts';

const EARLIER = 20;
const MOST_WORDS = 60;

function beginningOf({ text, mentions }: Thread['comments'][number]): string {
  const known = mentions.flatMap(({ userId, name: label }) => (label === null ? [] : [{ userId, label }]));
  return shortened(writeMentions(text, known), MOST_WORDS);
}

/** A thread: its first comment, its newest, those between on demand, and a reply. */
export function CommentThread({
  thread,
  people,
  pending,
  mayWrite,
  linked,
  seen,
  store,
  write,
  reload,
  about,
}: {
  thread: Thread;
  people: readonly Mentionable[];
  pending: readonly Pending[];
  mayWrite: boolean;
  linked: string | null;
  /** Comments that were new when the page was opened. */
  seen: ReadonlySet<string>;
  store: Store;
  write: (threadId: string, text: string) => Promise<void>;
  reload: () => Promise<unknown>;
  /** Of which part of the thing it is. */
  about: ReactNode;
}) {
  const t = useTranslations('comments');
  const trpc = useTRPC();
  const { toast } = useToast();
  const [asked, setAsked] = useState(0);
  const [replying, setReplying] = useState(false);
  const draft = useDraft(`reply.${thread.id}`);
  const settle = useMutation(trpc.comment.settle.mutationOptions());
  const [first, ...newest] = thread.comments;
  const from = newest[0]?.number ?? thread.count + 1;
  const earlier = useQuery({
    ...trpc.comment.replies.queryOptions(
      asked === 0 || from <= 2
        ? skipToken
        : { threadId: thread.id, before: Math.min(from, MOST_COMMENTS), limit: Math.min(asked, 100) },
    ),
    placeholderData: keepPreviousData,
  });
  const between = earlier.data?.comments ?? [];
  const shownFrom = between[0]?.number ?? from;
  const hidden = Math.max(0, shownFrom - 2);
  const resolved = thread.state === 'RESOLVED';
  const onSettle = async () => {
    try {
      await settle.mutateAsync({ threadId: thread.id, revision: thread.revision, resolved: !resolved });
    } catch (error) {
      toast({ title: refusalOf(error).message, tone: 'bad' });
    }
    await reload();
  };
  const item = (comment: Thread['comments'][number]) => (
    <CommentItem
      key={comment.id}
      comment={comment}
      people={people}
      mayWrite={mayWrite}
      isLinked={comment.id === linked}
      isNew={comment.notificationId !== null || seen.has(comment.id)}
      store={store}
      reload={reload}
    />
  );
  // One person may begin several threads: by its first words one is told from the other.
  const words = first === undefined ? '' : beginningOf(first);
  const isReplying = replying || draft.text !== '';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; a region for each thread would fill the list of landmarks.
    <div
      role="group"
      aria-label={t(words === '' ? 'thread' : 'threadOf', {
        name: first?.author.name ?? t('somebody'),
        words,
      })}
      className={cn('rounded-lg border border-line px-4 py-2', resolved && 'bg-sunken')}
    >
      {about}
      {first === undefined ? null : item(first)}
      <div className={cn('ml-3 border-l border-line pl-4 sm:ml-9', thread.count <= 1 && 'hidden')}>
        {hidden > 0 ? (
          <Button
            size="sm"
            variant="quiet"
            loading={earlier.isFetching}
            onClick={() => setAsked((before) => before + EARLIER)}
          >
            {t('earlier', { count: hidden })}
          </Button>
        ) : null}
        {[...between, ...newest].map(item)}
      </div>
      {pending.map(({ key, text }) => (
        <PendingComment key={key} text={text} people={people} />
      ))}
      <div className="flex flex-col gap-2 py-2 sm:pl-9">
        {resolved ? (
          <p className="text-xs text-fg-muted">
            {t('resolvedBy', { name: thread.resolvedBy?.name ?? t('somebody') })}
            {thread.resolvedAt === null ? null : (
              <>
                {' · '}
                <TimeAgo at={thread.resolvedAt} />
              </>
            )}
          </p>
        ) : null}
        {mayWrite && isReplying ? (
          <CommentForm
            label={t('replyLabel')}
            send={t('sendReply')}
            autoFocus={replying}
            text={draft.text}
            setText={draft.setText}
            people={people}
            onCancel={() => {
              draft.setText('');
              setReplying(false);
            }}
            onSend={async (text) => {
              await draft.send(text, () => write(thread.id, text));
              setReplying(false);
            }}
          />
        ) : null}
        {mayWrite && !isReplying ? (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" disabled={thread.count >= MOST_COMMENTS} onClick={() => setReplying(true)}>
              {t('reply')}
            </Button>
            <Button
              size="sm"
              variant="quiet"
              icon={resolved ? <RotateCcw aria-hidden /> : <CheckCircle2 aria-hidden />}
              loading={settle.isPending}
              onClick={() => void onSettle()}
            >
              {resolved ? t('reopen') : t('resolve')}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  );
}
