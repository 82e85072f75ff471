import { commentThreadState, id } from '@assay/contracts';
import { z } from 'zod';
import { isoDate, personRef } from './common.ts';

export const commentView = z.object({
  id,
  /** Its place in the thread, from 1. */
  number: z.number().int(),
  author: personRef,
  isMine: z.boolean(),
  /** Markdown with `<@id>` for people; empty once it is deleted. */
  text: z.string(),
  mentions: z.array(personRef),
  createdAt: isoDate,
  editedAt: isoDate.nullable(),
  deletedAt: isoDate.nullable(),
  revision: z.number().int(),
  /** The reader's notification about it, while they have not read it. */
  notificationId: id.nullable(),
});

export const commentThreadView = z.object({
  id,
  /** The region of a drawing that it is about; it may be gone. */
  regionId: id.nullable(),
  state: commentThreadState,
  resolvedBy: personRef.nullable(),
  resolvedAt: isoDate.nullable(),
  revision: z.number().int(),
  /** All comments of the thread; `comments` are the first and some of the newest, in order. */
  count: z.number().int(),
  comments: z.array(commentView),
});

export const writtenComment = z.object({ threadId: id, commentId: id });
