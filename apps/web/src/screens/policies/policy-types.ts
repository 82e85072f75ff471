import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['policy'];
export type ListedPolicy = Output['list']['policies'][number];
export type PolicyView = Output['get'];
