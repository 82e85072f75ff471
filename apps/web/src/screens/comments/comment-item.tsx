'use client';

import { type Mentionable, writeMentions } from '@assay/domain';
import { Avatar, Badge, ConfirmDialog, cn, DropdownMenu, TimeAgo, useToast } from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { Link2, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { CommentForm } from './comment-form.tsx';
import { CommentText } from './comment-text.tsx';
import type { Comment } from './comment-types.ts';

/** A text as it is stored, with calls by name as ids; `also` are people who are known besides those that may be called. */
export type Store = (text: string, also?: readonly Mentionable[]) => Promise<string>;

/** One comment: who, when, what; its author changes and deletes it, and everybody can link to it. */
export function CommentItem({
  comment,
  people,
  mayWrite,
  isLinked,
  isNew,
  store,
  reload,
}: {
  comment: Comment;
  people: readonly Mentionable[];
  mayWrite: boolean;
  isLinked: boolean;
  isNew: boolean;
  store: Store;
  reload: () => Promise<unknown>;
}) {
  const t = useTranslations('comments');
  const trpc = useTRPC();
  const { toast } = useToast();
  const [editing, setEditing] = useState<string | null>(null);
  const [deleting, setDeleting] = useState(false);
  const edit = useMutation(trpc.comment.edit.mutationOptions());
  const remove = useMutation(trpc.comment.remove.mutationOptions());
  const name = comment.isMine ? t('you') : (comment.author.name ?? t('somebody'));
  // Who is mentioned already keeps their words, also when they may not be called any more.
  const mentioned = comment.mentions.flatMap(({ userId, name: label }) =>
    label === null || people.some((each) => each.userId === userId) ? [] : [{ userId, label }],
  );
  const known = [...people, ...mentioned];
  const copyLink = async () => {
    const { origin, pathname, search } = window.location;
    await navigator.clipboard.writeText(`${origin}${pathname}${search}#comment-${comment.id}`);
    toast({ title: t('linkCopied') });
  };
  const mine = comment.isMine && mayWrite && comment.deletedAt === null;
  return (
    <article
      id={`comment-${comment.id}`}
      tabIndex={-1}
      className={cn(
        'flex scroll-mt-24 gap-3 rounded-md px-2 py-2 -mx-2',
        isLinked && 'bg-accent-soft/60 ring-1 ring-accent/40',
      )}
    >
      <Avatar name={comment.author.name ?? '?'} size="sm" decorative />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-6 flex-wrap items-center gap-x-2 text-sm">
          <span className="font-medium wrap-anywhere">{name}</span>
          <TimeAgo at={comment.createdAt} className="text-xs text-fg-muted" />
          {comment.editedAt === null || comment.deletedAt !== null ? null : (
            <span className="text-xs text-fg-muted">{t('edited')}</span>
          )}
          {isNew && comment.deletedAt === null ? <Badge tone="info">{t('new')}</Badge> : null}
        </div>
        {comment.deletedAt !== null ? (
          <p className="text-sm text-fg-muted italic">{t('isDeleted')}</p>
        ) : editing === null ? (
          <CommentText comment={comment} />
        ) : (
          <CommentForm
            label={t('editLabel')}
            send={t('save')}
            autoFocus
            text={editing}
            setText={setEditing}
            people={known}
            onCancel={() => setEditing(null)}
            onSend={async (words) => {
              const text = await store(words, mentioned);
              await edit.mutateAsync({ commentId: comment.id, revision: comment.revision, text });
              await reload();
              setEditing(null);
            }}
          />
        )}
      </div>
      {comment.deletedAt === null ? (
        <DropdownMenu
          label={t('more', { name })}
          align="end"
          groups={[
            {
              id: 'comment',
              items: [
                {
                  id: 'link',
                  label: t('copyLink'),
                  icon: <Link2 aria-hidden />,
                  onSelect: () =>
                    void copyLink().catch((error: unknown) =>
                      toast({ title: refusalOf(error).message, tone: 'bad' }),
                    ),
                },
                ...(mine
                  ? [
                      {
                        id: 'edit',
                        label: t('edit'),
                        icon: <Pencil aria-hidden />,
                        onSelect: () => setEditing(writeMentions(comment.text, known)),
                      },
                      {
                        id: 'delete',
                        label: t('delete'),
                        icon: <Trash2 aria-hidden />,
                        destructive: true,
                        onSelect: () => setDeleting(true),
                      },
                    ]
                  : []),
              ],
            },
          ]}
        />
      ) : null}
      <ConfirmDialog
        title={t('deleteTitle')}
        description={t('deleteBody')}
        confirmLabel={t('delete')}
        destructive
        open={deleting}
        onOpenChange={setDeleting}
        onConfirm={async () => {
          await remove.mutateAsync({ commentId: comment.id });
          await reload();
          toast({ title: t('deleted') });
        }}
      />
    </article>
  );
}

/** A comment on its way to the server. */
export function PendingComment({ text, people }: { text: string; people: readonly Mentionable[] }) {
  const t = useTranslations('comments');
  const mentions = people.map(({ userId, label }) => ({ userId, name: label }));
  return (
    <div className="px-2 py-2 -mx-2 opacity-70" aria-busy>
      <p className="text-xs text-fg-muted">{t('sending')}</p>
      <CommentText comment={{ text, mentions }} />
    </div>
  );
}
