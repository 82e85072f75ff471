import type { AppRouter } from '@assay/api';
import type { inferRouterOutputs } from '@trpc/server';

type Output = inferRouterOutputs<AppRouter>['labelSchema'];
export type ListedLabelSchema = Output['list']['labelSchemas'][number];
export type LabelSchemaView = Output['get'];
export type MigrationPlan = Output['planMigration'];
export type MigrationHistory = Output['migrations'];
