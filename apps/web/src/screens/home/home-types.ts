import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';

export type Home = inferRouterOutputs<AppRouter>['home']['get'];
