import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';

export type Organisation = inferRouterOutputs<AppRouter>['organisation']['get'];
