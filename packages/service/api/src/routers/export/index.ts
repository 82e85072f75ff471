import { router } from '../../frame/trpc.ts';
import { getExportRoute } from './get-export.ts';
import { listExportsRoute } from './list-exports.ts';
import { startExportRoute } from './start-export.ts';

export const exportRouter = router({
  get: getExportRoute,
  list: listExportsRoute,
  start: startExportRoute,
});
