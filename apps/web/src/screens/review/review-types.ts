import type { AppRouter } from '@assay/api';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>;
export type Inbox = Output['review']['list'];
export type InboxItem = Inbox['items'][number];
export type ReviewItem = Output['review']['get'];
export type Answer = ReviewItem['answers'][number];
export type Returned = Output['review']['return'];
export type Pattern = Output['pattern']['list']['patterns'][number];
export type Routing = Output['review']['routing'];
export type Verdict = inferRouterInputs<AppRouter>['review']['decide']['verdict'];
export type Decision = Output['review']['decisions']['decisions'][number];
export type ReturnedItem = Output['review']['returns']['returns'][number];
