import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import type { Permission } from './permissions.ts';

/** What people talk about, and what it takes to read it: whoever may not read a thing reads nothing said of it. */
export const commentSubjects = {
  batch: 'batch.read',
  datasetVersion: 'version.read',
  release: 'release.read',
  reviewItem: 'review.read',
  run: 'run.read',
} as const satisfies Record<string, Permission>;

export type CommentSubject = keyof typeof commentSubjects;
export const commentSubject = z.enum(Object.keys(commentSubjects) as [CommentSubject, ...CommentSubject[]]);

/** What somebody writes in one go; longer things belong into a guideline or a document. */
export const MOST_COMMENT_CHARACTERS = 4000;
/** People told by one comment: more would be a circular, not a talk. */
export const MOST_MENTIONS = 20;
/** Comments of one thread, so that it can be read whole from any of them on. */
export const MOST_COMMENTS = 200;

/** Markdown; HTML in it is text, and `<@id>` stands for a person. */
export const commentText = boundedText(MOST_COMMENT_CHARACTERS, 1)
  .refine((text) => text.trim() !== '', 'A comment needs a text.')
  .transform((text) => text.trim());

/** Is a thread settled? */
export const commentThreadState = z.enum(['OPEN', 'RESOLVED']);
export type CommentThreadState = z.infer<typeof commentThreadState>;
