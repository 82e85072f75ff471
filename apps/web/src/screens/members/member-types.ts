import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['member'];
export type Member = Output['list']['members'][number];
export type Invitation = Output['invitations'][number];
