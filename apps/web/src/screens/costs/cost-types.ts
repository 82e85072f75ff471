import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['cost'];
export type Costs = Output['read'];
export type CostFigures = Costs['total'];
export type CostAmount = CostFigures['human'];
export type CostEach = CostFigures['each']['all'];
export type Rates = Output['rates'];
export type RatesVersion = Rates['versions'][number];
