import type { ApiSession } from '../../api-session.ts';

/** Threads about a batch: one with a mention, a reply and a deleted comment, one that is resolved. */
export async function makeComments(
  { manager, annotator }: { manager: ApiSession; annotator: ApiSession },
  { batch }: { batch: string },
): Promise<{ comment: string }> {
  const subject = { subjectType: 'batch', subjectId: batch } as const;
  const { people } = await manager.api.comment.people.query(subject);
  const called = people.find((each) => each.email.startsWith('annotator@'));
  if (called === undefined) throw new Error('The annotator of the demo cannot be called.');
  const { threadId, commentId } = await manager.api.comment.start.mutate({
    ...subject,
    text: `<@${called.userId}>, rows of **people under 16** with a wage: please skip them and say why.\n\n- section 2 of the guideline says so\n- \`age < 16\` finds them`,
  });
  await annotator.api.comment.reply.mutate({ threadId, text: 'Seven of them so far. What of apprentices?' });
  const { commentId: gone } = await annotator.api.comment.reply.mutate({ threadId, text: 'Never mind.' });
  await annotator.api.comment.remove.mutate({ commentId: gone });
  await manager.api.comment.reply.mutate({ threadId, text: 'Apprentices stay in.' });
  const settled = await annotator.api.comment.start.mutate({
    ...subject,
    text: 'Is the due date still the one above?',
  });
  await manager.api.comment.reply.mutate({ threadId: settled.threadId, text: 'Yes.' });
  await manager.api.comment.settle.mutate({ threadId: settled.threadId, revision: 1, resolved: true });
  return { comment: commentId };
}
