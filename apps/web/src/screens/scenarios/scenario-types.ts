import type { AppRouter } from '@assay/api';
import type { ReportScenarios } from '@assay/contracts';
import type { inferRouterOutputs } from '@trpc/server';

export type CoveredItem = ReportScenarios['items'][number];
export type FoundBefore = inferRouterOutputs<AppRouter>['scenario']['history']['found'][number];
