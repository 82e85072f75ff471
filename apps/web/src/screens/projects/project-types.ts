import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['project'];
export type Project = Output['get'];
export type ProjectRow = Output['list']['projects'][number];
export type ProjectMember = Output['members'][number];
