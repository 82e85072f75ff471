import type { AppRouter } from '@assay/api';
import type { CommentSubject } from '@assay/contracts';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['comment'];
export type Thread = Output['threads']['threads'][number];
export type Comment = Thread['comments'][number];

/** What is talked about. */
export type Subject = { subjectType: CommentSubject; subjectId: string };
