import type { AppRouter } from '@assay/api';
import type { LabelImportStatus } from '@assay/contracts';
import type { inferRouterOutputs } from '@trpc/server';

type Imports = inferRouterOutputs<AppRouter>['labelImport'];
export type ListedImport = Imports['list']['imports'][number];
export type ImportView = Imports['get'];

/** How often an import that a job works on is looked at. */
export const LOOK_MS = 1500;

/** Does a job work on it? */
export const isMoving = (status: LabelImportStatus): boolean =>
  status === 'READING' || status === 'COMMITTING';
